import OsteolintCore
import Testing
import WebURL

@testable import OsteolintNetwork

@Suite("What a browser sends along")
struct NavigationTests {
    static let sites: [(String, [String], String)] = [
        ("https://lms.partner.com", ["https://www.osteocom.me/a"], "cross-site"),
        ("https://www.osteocom.me", ["https://www.osteocom.me/a"], "same-origin"),
        ("https://osteocom.me", ["https://www.osteocom.me/a"], "same-site"),
        ("https://www.osteocom.me", ["https://www.osteocom.me/a", "https://test.osteocom.me/"], "same-site"),
        ("https://www.osteocom.me", ["https://lms.partner.com/", "https://www.osteocom.me/"], "cross-site"),
        ("http://osteocom.me", ["https://osteocom.me/"], "cross-site"),
        ("https://localhost:1", ["https://localhost:2/"], "same-site"),
        ("https://notosteocom.me", ["https://osteocom.me/"], "cross-site"),
        ("null", ["https://www.osteocom.me/a"], "cross-site"),
    ]

    @Test("Sec-Fetch-Site tells the farthest relation", arguments: sites)
    func site(_ embedder: String, _ chain: [String], _ expected: String) throws {
        let origin = try #require(Origin(serialized: embedder))
        let urls = chain.compactMap { WebURL($0) }
        let last = try #require(urls.last)
        let fields = Self.fields(.frame(in: origin), last, after: urls.dropLast())
        #expect(fields["sec-fetch-site"] == [expected])
    }

    static let referrers: [(String, String, [String])] = [
        ("https://lms.partner.com", "https://www.osteocom.me/a", ["https://lms.partner.com/"]),
        ("https://lms.partner.com:8443", "https://www.osteocom.me/a", ["https://lms.partner.com:8443/"]),
        ("https://lms.partner.com", "http://localhost:1/a", []),
        ("http://lms.partner.com", "http://localhost:1/a", ["http://lms.partner.com/"]),
        ("null", "https://www.osteocom.me/a", []),
    ]

    @Test("Referer tells the origin alone, and nothing to an insecure host", arguments: referrers)
    func referrer(_ embedder: String, _ url: String, _ expected: [String]) throws {
        let origin = try #require(Origin(serialized: embedder))
        let fields = Self.fields(.frame(in: origin), try #require(WebURL(url)))
        #expect(fields["referer"] ?? [] == expected)
    }

    @Test("A page of its own is asked for as from the address bar")
    func page() throws {
        let fields = Self.fields(.page, try #require(WebURL("https://a.example/")))
        #expect(fields["sec-fetch-site"] == ["none"] && fields["sec-fetch-dest"] == ["document"])
        #expect(fields["referer"] == nil && fields["user-agent"] == ["x"])
    }

    /// The values by name in lower case.
    private static func fields(
        _ navigation: Navigation, _ url: WebURL, after earlier: [WebURL] = []
    ) -> [String: [String]] {
        let fields = navigation.fields(for: url, after: earlier, userAgent: "x")
        return Dictionary(grouping: fields) { $0.name.lowercased() }.mapValues { $0.map(\.value) }
    }
}
