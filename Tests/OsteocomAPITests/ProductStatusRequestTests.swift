import OsteocomAPI
import OsteolintCore
import Testing
import WebURL

@Suite("The request for product-status")
struct ProductStatusRequestTests {
    private static func request(_ text: String, user: String? = nil) throws -> APIRequest {
        let url = try #require(WebURL(text))
        let own = StatusQuestion(of: url)
        let question = StatusQuestion(
            origin: own.origin, clientID: own.clientID, productID: own.productID,
            partnerUserID: user ?? own.partnerUserID)
        return try #require(ProductStatusRequest(question, embed: url).request)
    }

    private static func referrer(of request: APIRequest) -> String? {
        request.fields.first { $0.name == "Referer" }?.value
    }

    @Test(
        "asks at the embed's origin what the card's script reads of the embed's URL",
        arguments: [
            ("clientId=c1&productId=p1&partnerUserId=u1", "?clientId=c1&productId=p1&partnerUserId=u1"),
            ("partnerUserId=a%2Bb+c&clientId=c1", "?clientId=c1&partnerUserId=a%2Bb+c"),
            ("clientId=c1&clientId=c2&ClientId=c3", "?clientId=c1"),
            ("productId=", "?productId="),
            ("other=1", ""),
        ])
    func asks(query: String, expected: String) throws {
        let request = try Self.request("https://test.osteocom.me/embed/course?\(query)#there")
        #expect(request.method == .get)
        #expect(
            request.url.href
                == "https://test.osteocom.me/api2/embed/content-licensing/product-status\(expected)")
        #expect(request.body.isEmpty)
        #expect(request.bodyLimit == 1 << 20)
    }

    @Test("carries what a browser sends when the card's script asks")
    func fields() throws {
        let request = try Self.request("https://www.osteocom.me/embed/course?clientId=c1")
        #expect(
            request.fields.map { "\($0.name): \($0.value)" } == [
                "Accept: */*", "Accept-Language: en", "Sec-Fetch-Dest: empty", "Sec-Fetch-Mode: cors",
                "Sec-Fetch-Site: same-origin", "Referer: https://www.osteocom.me/embed/course?clientId=c1",
            ])
    }

    @Test(
        "names the card as the referrer, without user information and fragment",
        arguments: [
            ("https://me:secret@www.osteocom.me/embed/a?clientId=c#part", "https://www.osteocom.me/embed/a?clientId=c"),
            ("https://www.osteocom.me/embed/a", "https://www.osteocom.me/embed/a"),
            (
                "https://www.osteocom.me/embed/a?x={y}&clientId=ä",
                "https://www.osteocom.me/embed/a?x={y}&clientId=%C3%A4"
            ),
        ])
    func referrer(url: String, expected: String) throws {
        #expect(Self.referrer(of: try Self.request(url)) == expected)
    }

    @Test("does not tell the page's user when it asks for another one, wherever that one stands")
    func otherUser() throws {
        let url = "https://www.osteocom.me/embed/a?clientId=c&partnerUserId=u-77&partnerUserId=u-77&uid=u-77"
        let request = try Self.request(url, user: "throw-away")
        #expect(request.url.query == "clientId=c&partnerUserId=throw-away")
        #expect(
            Self.referrer(of: request) == "https://www.osteocom.me/embed/a?clientId=c&partnerUserId=throw-away")
    }

    @Test("names the origin alone where the card's URL is too long")
    func longReferrer() throws {
        let url = "https://www.osteocom.me/embed/a?clientId=" + String(repeating: "c", count: 4096)
        #expect(Self.referrer(of: try Self.request(url)) == "https://www.osteocom.me/")
    }

    @Test("is none where nobody can be asked")
    func opaque() throws {
        let url = try #require(WebURL("data:text/html,card"))
        #expect(ProductStatusRequest(StatusQuestion(of: url), embed: url).request == nil)
    }
}
