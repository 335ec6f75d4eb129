import OsteocomAPI
import OsteolintCore
import Testing
import WebURL

@Suite("The request for product-status")
struct ProductStatusRequestTests {
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
        let url = try #require(WebURL("https://test.osteocom.me/embed/course?\(query)#there"))
        let request = try #require(ProductStatusRequest(StatusQuestion(of: url)).request)
        #expect(request.method == .get)
        #expect(
            request.url.href
                == "https://test.osteocom.me/api2/embed/content-licensing/product-status\(expected)")
        #expect(request.body.isEmpty)
    }

    @Test("is none where nobody can be asked")
    func opaque() throws {
        let url = try #require(WebURL("data:text/html,card"))
        #expect(ProductStatusRequest(StatusQuestion(of: url)).request == nil)
    }
}
