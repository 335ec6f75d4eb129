import Testing

@testable import OsteolintCore

@Suite struct MaskingTests {
    private static let start = "https://www.osteocom.me/embed/course?clientId=abc12345"
    private static let token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0In0.c2ln"

    @Test(arguments: [
        ("&partnerUserId=u-48213", "&partnerUserId=*******"),
        ("&userId=u-48213&x=1", "&userId=*******&x=1"),
        ("&amp;partnerUserId=u-48213", "&amp;partnerUserId=*******"),
        ("#partnerUserId=u-48213", "#partnerUserId=*******"),
        (";partnerUserId=u-48213", ";partnerUserId=*******"),
        ("?partnerUserId=u-48213", "?partnerUserId=*******"),
        ("&partnerUserId={{user.id}}", "&partnerUserId={{user.id}}"),
        ("&partnerUserId=undefined", "&partnerUserId=undefined"),
        ("&partnerUserId=u-48213&ref=u-48213", "&partnerUserId=*******&ref=*******"),
        ("&clientSecret=abc", "&clientSecret=***"),
    ])
    func urls(rest: String, expected: String) throws {
        let url = try embedURL(Self.start + rest)
        let masked = Masking(reveals: false).masked(url)
        #expect(masked.source == Self.start + expected)
        #expect(masked.href == Self.start + expected)
    }

    @Test func encodedValues() throws {
        let url = try embedURL(Self.start + "&partnerUserId=élan 7&x=%C3%A9lan%207")
        let masked = Masking(reveals: false).masked(url)
        #expect(masked.source == Self.start + "&partnerUserId=******&x=" + String(repeating: "*", count: 13))
        #expect(masked.href.hasSuffix("&partnerUserId=*************&x=*************"))
    }

    @Test func revealing() throws {
        let url = try embedURL(Self.start + "&partnerUserId=u-48213&userAccessKey=abc&x=\(Self.token)")
        let masked = Masking(reveals: true).masked(url).source
        let stars = String(repeating: "*", count: Self.token.count)
        #expect(masked == Self.start + "&partnerUserId=u-48213&userAccessKey=***&x=" + stars)
    }

    @Test(arguments: [
        (#"<iframe src="…&amp;partnerUserId=u-48213">"#, #"<iframe src="…&amp;partnerUserId=*******">"#),
        ("partnerUserId=u-7&amp;x=1", "partnerUserId=***&amp;x=1"),
        ("?user_id=u-7;x", "?user_id=***;x"),
        ("?uid=7'", "?uid=*'"),
        ("%26partnerUserId%3Du-7%26x%3D1", "%26partnerUserId%3D***%26x%3D1"),
        ("partnerUserId=anna&#64;example.it&amp;x", "partnerUserId=" + String(repeating: "*", count: 19) + "&amp;x"),
        ("partnerUserId=[object Object]&amp;x", "partnerUserId=[object Object]&amp;x"),
        ("client%53ecret=9fQ2vLx7RmT0aKc3&amp;x", "client%53ecret=****************&amp;x"),
        ("partnerUserId={{ user.id }}&amp;x", "partnerUserId={{ user.id }}&amp;x"),
        ("partnerUserId=<?= $id ?>\"", "partnerUserId=<?= $id ?>\""),
        ("partnerUserId=undefined ", "partnerUserId=undefined "),
        ("partnerUserId=\" title=\"Card\"", "partnerUserId=\" title=\"Card\""),
        ("?partnerUserId=\" title=\"Card\"", "?partnerUserId=\" title=\"Card\""),
        (#"{"partnerUserId": "u-7", "a": 1}"#, #"{"partnerUserId": "***", "a": 1}"#),
        ("partnerUserId: 48213,", "partnerUserId: *****,"),
        ("set('partnerUserId', 'u-7')", "set('partnerUserId', '***')"),
        ("partnerUserId = user.id;", "partnerUserId = user.id;"),
        ("config.partnerUserId = \"u-7\"", "config.partnerUserId = \"***\""),
        ("the user u-99999 and xu-99999x", "the user ******* and xu-99999x"),
        ("a%3Du-99999", "a%3D*******"),
        ("clientSecret: 'abc'", "clientSecret: '***'"),
        ("no ids here: width=100 height=7", "no ids here: width=100 height=7"),
    ])
    func snippets(text: String, expected: String) {
        #expect(Masking(reveals: false).masked(snippet: text, identifiers: ["u-99999"]) == expected)
    }

    @Test func secretsInSnippetsAreNeverShown() {
        let masked = Masking(reveals: true).masked(
            snippet: "a=\(Self.token) clientSecret=abc partnerUserId=u-7 u-99999", identifiers: ["u-99999"])
        let stars = String(repeating: "*", count: Self.token.count)
        #expect(masked == "a=\(stars) clientSecret=*** partnerUserId=u-7 u-99999")
    }

    @Test func identifiersOfAnEmbed() throws {
        let url = try embedURL(Self.start + "&partnerUserId=%C3%A9lan&userId=undefined&uid=7")
        #expect(Masking.identifiers(in: url) == ["%C3%A9lan", "élan", "7"])
    }
}
