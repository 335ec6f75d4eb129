import OsteolintCore
import Testing
import WebURL

@Suite("Osteocom's hosts")
struct OsteocomHostTests {
    private func host(_ text: String, environment: Environment? = nil) -> OsteocomHost? {
        WebURL(text).flatMap { OsteocomHost(of: $0, in: Configuration(environment: environment)) }
    }

    private func isEmbed(_ text: String) -> Bool {
        WebURL(text).map { OsteocomHost.isEmbed($0, in: Configuration()) } ?? false
    }

    @Test(arguments: [
        "https://osteocom.me/", "https://www.osteocom.me/embed/a", "https://WWW.OsteoCom.ME:443/",
        "http://www.osteocom.me:80/",
        "https://www.%6fsteocom.me/", "https://ｗｗｗ.osteocom.me/", "https://@www.osteocom.me/", "https:\\\\osteocom.me",
    ])
    func production(_ text: String) {
        #expect(host(text) == .environment(.production))
    }

    @Test(arguments: ["https://test.osteocom.me/", "http://TEST.osteocom.me/embed/"])
    func testEnvironment(_ text: String) {
        #expect(host(text) == .environment(.test))
    }

    @Test(arguments: ["https://beta.osteocom.me/", "https://www.test.osteocom.me/", "https://cdn.osteocom.me/a.jpg"])
    func otherSubdomains(_ text: String) {
        #expect(host(text) == .otherSubdomain)
        #expect(host(text)?.environment == nil)
    }

    @Test(arguments: [
        "https://www.osteocom.me./", "https://www.osteocom.me:8443/", "http://www.osteocom.me:443/",
        "https://partner@www.osteocom.me/", "https://:x@www.osteocom.me/", "https://www.osteocom.me@partner.example/",
        "https://notosteocom.me/", "ftp://www.osteocom.me/", "wss://www.osteocom.me/", "https://osteocom.me.example/",
        "data:text/html,www.osteocom.me", "https://partner.example/www.osteocom.me",
    ])
    func notOsteocoms(_ text: String) {
        #expect(host(text) == nil)
    }

    @Test(arguments: [
        ("https://cards.partner.example:8443", "https://cards.partner.example:8443/embed/a", true),
        ("https://cards.partner.example:8443", "https://cards.partner.example/embed/a", false),
        ("https://cards.partner.example", "http://cards.partner.example/embed/a", true),
        ("https://beta.osteocom.me", "https://beta.osteocom.me/embed/a", true),
    ])
    func customHost(origin: String, text: String, isCustom: Bool) throws {
        let environment = Environment.custom(name: "cards", origin: try #require(WebURL(origin)?.origin))
        #expect((host(text, environment: environment) == .environment(environment)) == isCustom)
    }

    @Test(arguments: [
        "https://www.osteocom.me/embed/course", "https://www.osteocom.me/embed/", "https://www.osteocom.me/?clientId=a",
        "https://beta.osteocom.me/embed/x", "https://www.osteocom.me/a/../embed/b",
        "https://www.osteocom.me/course?productid=1",
        "https://www.osteocom.me/course?x=1&amp;partner_user_id=7",
    ])
    func embeds(_ text: String) {
        #expect(isEmbed(text))
    }

    @Test(arguments: [
        "https://www.osteocom.me/", "https://www.osteocom.me/embed", "https://www.osteocom.me/player/7?signature=eyJ",
        "https://www.osteocom.me/embedded/a", "https://www.osteocom.me/profile?uid=7",
        "https://www.osteocom.me/#clientId=a",
        "https://partner.example/embed/course?clientId=a",
    ])
    func otherPages(_ text: String) {
        #expect(!isEmbed(text))
    }
}
