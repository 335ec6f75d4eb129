import OsteolintCore
import Testing
import WebURL

@Suite("URLs that were meant to be Osteocom's")
struct EmbedURLFaultTests {
    private func fault(_ text: String, _ configuration: Configuration = Configuration()) -> EmbedURLFault? {
        let url = WebURL(text, base: WebURL("https://lms.partner.com/courses/a.html"))
        return EmbedURLFault.of(text, resolvedTo: url, in: configuration)
    }

    @Test(arguments: [
        ("www.osteocom.me/embed/course?clientId=a", EmbedURLFault.missingScheme),
        ("osteocom.me/embed/course", .missingScheme),
        ("/www.osteocom.me/embed/course", .missingScheme),
        ("../Test.Osteocom.me/embed/", .missingScheme),
        ("www.osteocom.me:443/embed/course", .missingScheme),
        ("\n  www.osteo\ncom.me", .missingScheme),
        ("ftp://www.osteocom.me/embed/", .wrongScheme("ftp")),
        ("htps://www.osteocom.me/embed/", .wrongScheme("htps")),
        ("wss:www.osteocom.me/embed/", .wrongScheme("wss")),
        ("blob:https://www.osteocom.me/7", .wrongScheme("blob")),
        ("view-source:https://www.osteocom.me/embed/", .wrongScheme("view-source")),
        ("https//www.osteocom.me/embed/", .brokenScheme("https//")),
        ("https;//www.osteocom.me/embed/", .brokenScheme("https;//")),
        ("http.//www.osteocom.me/embed/", .brokenScheme("http.//")),
        ("https:/www.osteocom.me/embed/", .brokenScheme("https:/")),
        ("https%3A%2F%2Fwww.osteocom.me%2Fembed%2F", .brokenScheme("https%3A%2F%2Fwww")),
        ("https://https://www.osteocom.me/embed/", .repeatedScheme),
        ("https:https://www.osteocom.me/embed/", .repeatedScheme),
        ("://www.osteocom.me/embed/", .strayText("://")),
        ("\u{200B}https://www.osteocom.me/embed/", .strayText("\u{200B}")),
        ("src=https://www.osteocom.me/embed/", .strayText("src=https://")),
        ("“https://www.osteocom.me/embed/”", .quoted("“")),
        ("”https://www.osteocom.me/embed/?a=b", .quoted("”")),
        ("\\\"https://www.osteocom.me/embed/\\\"", .quoted("\"")),
        ("%E2%80%9Dwww.osteocom.me/embed/", .quoted("”")),
        ("«https://www.osteocom.me/embed/»", .quoted("«")),
        ("https://www.osteocom.me/embed/course?partnerUserId=u-48213”", .quoted("”")),
        ("https://www.osteocom.me:99999/", .unparsable(reason: "the port 99999 is larger than 65535")),
        ("//www.osteocom.me:port/", .unparsable(reason: "the port \"port\" is not a number")),
        ("https://www. osteocom.me/", .unparsable(reason: "the host cannot hold a space")),
        ("https://www.osteocom.com:x/", .unparsable(reason: "the port \"x\" is not a number")),
    ])
    func faults(text: String, expected: EmbedURLFault) {
        #expect(fault(text) == expected)
    }

    @Test(arguments: [
        "https://{{ host }}.osteocom.me/embed/", "https://www.osteocom.me%00/embed/",
        "https://[www.osteocom.me]/embed/",
        "https://www.osteocom.me<br>/embed/",
    ])
    func unparsable(_ text: String) {
        guard case .unparsable? = fault(text) else {
            Issue.record("\(text) is not reported as one that does not parse")
            return
        }
    }

    @Test(arguments: [
        "https://www.osteocom.me/embed/course", "HTTP://osteocom.me/embed/", "//www.osteocom.me/embed/",
        "https:\\\\osteocom.me/",
        " https://www.osteocom.me/embed/ ", "https:///www.osteocom.me/embed/", "https://www.osteocom.com/embed/", "",
        "https://player.example/www.osteocom.me", "https://player.example?u=https://www.osteocom.me",
        "/proxy?url=https://www.osteocom.me/embed/", "/proxy/https://www.osteocom.me/embed/", "about:blank",
        "course.html",
        "mailto:info@osteocom.me", "javascript:location='https://www.osteocom.me/embed/'",
        "https://player.example:99999/",
        "/help/www.osteocom.me/", "osteocom.me.html", "notosteocom.me/embed/", "https://www.osteocom.me/embed/?a=o'",
        "https://www.osteocom.me@player.example/", "data:text/html,www.osteocom.me", "#www.osteocom.me",
        "https://www.osteocom.me/player/“x”",
    ])
    func none(_ text: String) {
        #expect(fault(text) == nil)
    }

    @Test func templatesAreExpected() {
        let text = "https://{{ osteocom.host }}/embed/course"
        #expect(fault(text) != nil)
        #expect(fault(text, Configuration(rendering: .template)) == nil)
    }
}
