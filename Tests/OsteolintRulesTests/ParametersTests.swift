import OsteolintCore
import Testing

@testable import OsteolintRules

private let client = "clientId=kT4mRZ81qLwYc0dXaB2e"
private let product = "productId=66d579675f2a4b8c9df15e43"
private let user = "partnerUserId=u-48213"

@Suite struct ParametersTests {
    @Test(arguments: [
        ("\(client)&\(product)&\(user)", ""),
        ("\(product)&\(user)", "client-id-missing"),
        ("", "client-id-missing partner-user-id-missing product-id-missing"),
        ("utm=a", "client-id-missing partner-user-id-missing product-id-missing"),
        ("\(client)&\(user)&product_title=x", "product-id-missing"),
        ("\(client)&\(product)&name=u", "partner-user-id-missing"),
        ("client%49d=kT4mRZ81qLwYc0dXaB2e&\(product)&\(user)", ""),
        ("{{ params }}", "client-id-missing partner-user-id-missing product-id-missing"),
    ])
    func missing(query: String, rules: String) throws {
        try expect(query, rules)
    }

    @Test(arguments: [
        "kT4mRZ81", "clinic-12345", "ecole-77421", "partner-123456", "a_b-c_d-", "your-clinic-4711", "partner-id-20731",
        "kT4mRZ81%71LwYc0dXaB2e", String(repeating: "a", count: 64),
    ])
    func goodClientIDs(value: String) throws {
        try expect("clientId=\(value)&\(product)&\(user)", "")
    }

    @Test(arguments: [
        "abc1234", String(repeating: "a", count: 65), "YOUR_CLIENT_ID", "your-client-id", "client_id", "CLIENT_ID",
        "clientId", "partnerId", "psiGBHLDxxxxxxdIyDw", "{{clientId}}", "${client}", "<%= client_id %>", "%CLIENT_ID%",
        "%%CLIENT%%", "undefined", "clinic.milano.2024", "client@example", "kT4mRZ81q LwYc0", "__CLIENT__", "[client]",
        "%20kT4mRZ81qLwYc0", "kT4mRZ81qLwYc0%20", "INSERT_CLIENT_ID_HERE", "null", "kT4mRZ81?partner", ":clientId",
        "kT4mRZ81qLwYc0dXaB2e\u{200B}", "client-undefined",
    ])
    func badClientIDs(value: String) throws {
        try expect("clientId=↓\(value)&\(product)&\(user)", "client-id-malformed")
    }

    @Test func emptyIDs() throws {
        try expect("↓clientId=&\(product)&\(user)", "client-id-malformed")
        try expect("↓clientId&\(product)&\(user)", "client-id-malformed")
        try expect("↓clientId=   &\(product)&\(user)", "client-id-malformed")
        try expect("\(client)&↓productId=&\(user)", "product-id-malformed")
        try expect("\(client)&\(product)&↓partnerUserId=", "partner-user-id-placeholder")
        try expect("\(client)&\(product)&↓partnerUserId", "partner-user-id-placeholder")
        try expect("\(client)&\(product)&partnerUserId=↓%20", "partner-user-id-placeholder")
    }

    @Test(arguments: [
        "66d579675f2a4b8c9df15e43", "66D579675F2A4B8C9DF15E43", "ffffffffffffffffffffffff", "000000000000000000000001",
    ])
    func goodProductIDs(value: String) throws {
        try expect("\(client)&productId=\(value)&\(user)", "")
    }

    @Test(arguments: [
        ("↓66d579675f2a4b8c9df15e4", "23 hexadecimal digits instead of 24"),
        ("↓66d579675f2a4b8c9df15e431", "25 hexadecimal digits instead of 24"),
        ("66d579675f2↓g4b8c9df15e43", "`g` at position 12"),
        ("66d579675f2a↓-4b8c9df15e43", "`-` at position 13 besides its 24"),
        ("↓66d579675f2xxxxxxf15e4d3", "a sample of the documentation"),
        ("↓pelvic-floor-basics", "a name or slug"),
        ("↓Pelvic%20floor%20basics", "a title"),
        ("↓0x66d579675f2a4b8c9df15e", "`0x`"),
        ("↓e2b1c6f0-3d0a-4c58-9b7e-5f2a1d8c4b36", "a UUID"),
        ("↓e2b1c6f03d0a4c589b7e5f2a1d8c4b36", "a UUID"),
        ("↓000000000000000000000000", "zeros"),
        ("66d579675f2a4b8c9df15e43↓%20", "a space at position 25"),
        ("↓{{ product.id }}", "template"),
        ("↓PRODUCT_ID", "stands for a value"),
        ("↓undefined", "scripts write"),
        ("↓12345", "5 hexadecimal digits"),
        ("↓7", "1 hexadecimal digit instead"),
        ("↓test", "a name or slug"),
        ("66d579675f2a4b8c9df15e4↓З", "`З` at position 24"),
    ])
    func badProductIDs(value: String, message: String) throws {
        try expect("\(client)&productId=\(value)&\(user)", "product-id-malformed")
        let embed = try ParametersMarkedEmbed("\(client)&productId=\(value)&\(user)").embed
        let finding = try #require(ProductIDMalformed().check(embed, in: Site(configuration: Configuration())).first)
        #expect(finding.message.contains(message), Comment(rawValue: finding.message))
    }

    @Test func implausibleTimeIsMentionedOnly() throws {
        let embed = try ParametersMarkedEmbed("\(client)&productId=0123456789abcdef0123456&\(user)").embed
        let finding = try #require(ProductIDMalformed().check(embed, in: Site(configuration: Configuration())).first)
        #expect(finding.help?.contains("1970") == true, Comment(rawValue: finding.help ?? ""))
        try expect("\(client)&productId=0123456789abcdef01234567&\(user)", "")
    }

    @Test func mismatch() throws {
        let configuration = Configuration(clientID: "kT4mRZ81qLwYc0dXaB2e")
        try expect("\(client)&\(product)&\(user)", "", configuration)
        try expect("clientId=↓clinic-4711&\(product)&\(user)", "client-id-mismatch", configuration)
        try expect("clientId=↓KT4mRZ81qLwYc0dXaB2e&\(product)&\(user)", "client-id-mismatch", configuration)
        try expect("clientId=↓YOUR_CLIENT_ID&\(product)&\(user)", "client-id-malformed", configuration)
        try expect("clientid=clinic-4711&\(product)&\(user)", "client-id-mismatch parameter-misspelled", configuration)
    }
}
