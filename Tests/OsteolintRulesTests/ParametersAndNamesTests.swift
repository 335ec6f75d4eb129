import OsteolintCore
import Testing

@testable import OsteolintRules

private let client = "clientId=kT4mRZ81qLwYc0dXaB2e"
private let product = "productId=66d579675f2a4b8c9df15e43"
private let user = "partnerUserId=u-48213"

@Suite struct ParametersAndNamesTests {
    @Test(arguments: [
        ("↓clientid=kT4mRZ81qLwYc0dXaB2e&\(product)&\(user)", "parameter-misspelled"),
        ("↓ClientId=kT4mRZ81qLwYc0dXaB2e&\(product)&\(user)", "parameter-misspelled"),
        ("↓CLIENTID=kT4mRZ81qLwYc0dXaB2e&\(product)&\(user)", "parameter-misspelled"),
        ("↓client_id=kT4mRZ81qLwYc0dXaB2e&\(product)&\(user)", "parameter-misspelled"),
        ("↓client-id=kT4mRZ81qLwYc0dXaB2e&\(product)&\(user)", "parameter-misspelled"),
        ("↓partnerId=kT4mRZ81qLwYc0dXaB2e&\(product)&\(user)", "parameter-misspelled"),
        ("↓cleintId=kT4mRZ81qLwYc0dXaB2e&\(product)&\(user)", "parameter-misspelled"),
        ("\(client)&↓productID=66d579675f2a4b8c9df15e43&\(user)", "parameter-misspelled"),
        ("\(client)&↓idChannel=66d579675f2a4b8c9df15e43&\(user)", "parameter-misspelled"),
        ("\(client)&↓channelId=66d579675f2a4b8c9df15e43&\(user)", "parameter-misspelled"),
        ("\(client)&↓channel_id=66d579675f2a4b8c9df15e43&\(user)", "parameter-misspelled"),
        ("\(client)&↓product=66d579675f2a4b8c9df15e43&\(user)", "parameter-misspelled"),
        ("\(client)&\(product)&↓userId=u-48213", "parameter-misspelled"),
        ("\(client)&\(product)&↓user_id=u-48213", "parameter-misspelled"),
        ("\(client)&\(product)&↓uid=u-48213", "parameter-misspelled"),
        ("\(client)&\(product)&↓partner_user_id=u-48213", "parameter-misspelled"),
        ("\(client)&\(product)&↓parnterUserId=u-48213", "parameter-misspelled"),
        ("\(client)&↓amp;\(product)&↓amp;\(user)", "parameter-misspelled parameter-misspelled"),
        ("\(client)&↓amp;amp;\(product)&\(user)", "parameter-misspelled"),
        ("\(client)&↓amp%3B\(product)&\(user)", "parameter-misspelled"),
        ("\(client)&\n    ↓\(product)&\(user)", "parameter-misspelled"),
        ("\(client)&↓+\(product)&\(user)", "parameter-misspelled"),
        ("\(client)&↓productId =66d579675f2a4b8c9df15e43&\(user)", "parameter-misspelled"),
        ("\(client)&↓%20\(product)&\(user)", "parameter-misspelled"),
        ("↓?\(client)&\(product)&\(user)", "parameter-misspelled"),
        ("↓clientid=a1b2c3d4&client_id=a1b2c3d4&\(product)&\(user)", "parameter-misspelled"),
        ("\(client)&clientid=x&\(product)&\(user)&userId=7", ""),
        ("\(client)&partnerId=x&\(product)", "partner-user-id-missing"),
        ("\(client)&\n\(product)&\t\(user)\n   ", ""),
        ("clientid=abc&\(product)&\(user)", "client-id-malformed parameter-misspelled"),
        ("\(client)&\(product)&userId={{ x }}", "parameter-misspelled partner-user-id-placeholder"),
        ("\(client)&amp;productId=&\(user)", "parameter-misspelled product-id-malformed"),
    ])
    func misspelled(query: String, rules: String) throws {
        try expect(query, rules)
    }

    @Test(arguments: [
        ("\(client)&\(product)&\(user)&↓partnerUserId=u-2", "parameter-duplicated"),
        ("\(client)&\(product)&\(user)&↓\(user)", "parameter-duplicated?"),
        ("\(client)&\(product)&\(user)&\(user)&↓partnerUserId=x", "parameter-duplicated"),
        ("\(client)&\(product)&\(user)&↓partnerUserId=u%2D48213", "parameter-duplicated?"),
        ("\(client)&\(product)&\(user)&utm=1&utm=2", ""),
    ])
    func duplicated(query: String, rules: String) throws {
        try expect(query, rules)
    }

    @Test(arguments: [
        ("clientSecret=9fQ2vLx7RmT0aKc3", "secret-in-embed-url"), ("client_secret=abc", "secret-in-embed-url"),
        ("amp;clientSecret=abc", "secret-in-embed-url"), ("userAccessKey=abc%zz", "secret-in-embed-url"),
        ("tokenAuthVideo=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0In0.c2ln", "secret-in-embed-url"),
        ("x=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0In0.c2ln", "secret-in-embed-url"),
        ("authorization=Bearer+eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0In0.c2ln", "secret-in-embed-url"),
        ("apiKey=0123456789abcdef0123", "secret-in-embed-url"), ("token=abc", ""), ("clientSecret=", ""),
        ("clientSecret={{ secret }}", ""), ("clientSecret=YOUR_CLIENT_SECRET", ""), ("session=48213", ""),
    ])
    func secrets(field: String, rules: String) throws {
        try expect("\(client)&\(product)&\(user)&\(rules.isEmpty ? "" : "↓")\(field)", rules)
    }

    @Test func secretAlone() throws {
        let token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0In0.c2ln"
        try expect("clientId=\(token)&\(product)&\(user)", "secret-in-embed-url")
        try expect("\(client)&\(product)&partnerUserId=\(token)", "secret-in-embed-url")
        try expect(
            "\(client)&\(product)&\(user)&clientSecret={{ s }}", "secret-in-embed-url",
            Configuration(rendering: .template))
    }

    @Test(arguments: [
        ("\(client)↓    &\(product)&\(user)", "parameter-encoding"),
        ("\(client)\n↓    &\(product)&\(user)", "parameter-encoding"),
        ("clientId=↓ kT4mRZ81qLwYc0dXaB2e&\(product)&\(user)", "parameter-encoding"),
        ("\(client)&\(product)&partnerUserId=m↓ 7 a", "parameter-encoding"),
        ("\(client)&\(product)&partnerUserId=m↓\u{0C}7", "parameter-encoding"),
        ("\(client)&\(product)&partnerUserId=m↓\u{01}7", "parameter-encoding"),
        ("\(client)&\(product)&partnerUserId=m\t7\r\n", ""),
        ("\(client)&\(product)&partnerUserId=m↓%zz7", "parameter-encoding"),
        ("\(client)&\(product)&partnerUserId=m7↓%", "parameter-encoding"),
        ("\(client)&\(product)&partnerUserId=50↓%", "parameter-encoding"),
        ("\(client)&\(product)&partnerUserId=m↓%4", "parameter-encoding"),
        ("\(client)&\(product)&partnerUserId=m↓+7", "parameter-encoding"),
        ("\(client)&\(product)&partnerUserId=m↓%2541", "parameter-encoding"),
        ("\(client)&\(product)&partnerUserId=m%25x", ""),
        ("\(client)&\(product)&partnerUserId=m↓%E9-7", "parameter-encoding"),
        ("\(client)&\(product)&partnerUserId=m↓%C3-7", "parameter-encoding"),
        ("\(client)&\(product)&partnerUserId=é-7", ""),
        ("\(client)&\(product)&partnerUserId=m↓%zz↓+↓ %2F", "parameter-encoding parameter-encoding parameter-encoding"),
        ("\(client)&\(product)&\(user)&utm=a↓+b", "parameter-encoding"),
        ("\(client)↓;\(product);\(user)", "parameter-encoding"),
        ("\(client)↓; product_id=66d579675f2a4b8c9df15e43&\(user)", "parameter-encoding"),
        ("\(client)&\(product)↓#\(user)", "parameter-encoding"),
        ("\(client)↓#\(product)&\(user)", "parameter-encoding"),
        ("↓#\(client)&\(product)&\(user)", "parameter-encoding"),
        ("↓#?\(client)&\(product)&\(user)", "parameter-encoding"),
        ("↓#/card?\(client)&\(product)&\(user)", "parameter-encoding"),
        ("\(client)&↓#038;\(product)&#038;\(user)", "parameter-encoding"),
        ("\(client)&\(product)↓#partnerUserId=", "parameter-encoding"),
        ("\(client)↓;productId=7&\(user)", "parameter-encoding"),
        ("\(client)↓;\(product)↓#\(user)", "parameter-encoding parameter-encoding"),
        ("\(client)&\(product)&\(user)#top", ""),
        ("\(client)&\(product)&partnerUserId=a;b", ""),
        ("\(client)&\(product)&partnerUserId=↓ ↓1714557600123&a", "parameter-encoding partner-user-id-volatile"),
        ("\(client)&\(product)&partnerUserId=↓+393331234567↓ &a", "parameter-encoding partner-user-id-personal-data?"),
    ])
    func encoding(query: String, rules: String) throws {
        try expect(query, rules)
    }

    @Test func rawTextOutsideASCII() throws {
        try expect("\(client)&\(product)&partnerUserId=m↓é7", "parameter-encoding", isUnicodePage: false)
        try expect("\(client)&\(product)&partnerUserId=m%C3%A97", "", isUnicodePage: false)
    }
}
