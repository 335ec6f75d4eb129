import OsteolintCore
import Testing

@testable import OsteolintRules

/// Cases beyond the rules' examples; `↓` marks a finding, as there.
@Suite("Rules of URLs")
struct URLRulesTests {
    private static let ids = SampleEmbed.ids

    private func check(_ rule: any Rule.Type, _ pages: [String], _ configuration: Configuration = Configuration())
        throws
    {
        let example =
            switch pages.count {
            case 1: RuleExample("", pages[0], configuration: configuration)
            case 2: RuleExample("", pages[0], pages[1], configuration: configuration)
            default: RuleExample("", pages[0], pages[1], pages[2], configuration: configuration)
            }
        let run = try RuleExampleRun(example, by: rule)
        #expect(run.found == run.expected, "\(pages)")
    }

    @Test(arguments: [
        "<iframe src=' \n ↓http://test.osteocom.me/embed/?\(ids)'></iframe>",
        "<iframe src='ht\ntps://www.osteocom.me/embed/?\(ids)'></iframe>", "<embed src=↓http://osteocom.me/embed/>",
        "<!-- <iframe src='http://www.osteocom.me/embed/'> -->", "<iframe src='http://player.example/'></iframe>",
        "<iframe src='&#104;ttps://www.osteocom.me/embed/'></iframe>",
        "<iframe src='http:www.osteocom.me.example/'></iframe>",
        "<iframe src='http://beta.osteocom.me/embed/'></iframe>".replacing("'http", with: "'↓http"),
    ])
    func insecure(_ markup: String) throws {
        try check(EmbedInsecureScheme.self, [markup])
    }

    @Test(arguments: [
        "<iframe src='http://a@↓www.osteocom.com:81/x'></iframe>", "<iframe data-src='https://↓osteocom.de/'></iframe>",
        "<object data='//↓ostecom.me'></object>", "<!-- <iframe src='https://osteocom.de/'> -->",
        "<iframe src=a srcdoc='b'></iframe>", "<a href='https://osteocom.de/'>a</a>",
        "<iframe src='https://beta.osteocom.me/a'></iframe>",
        "<iframe src='https://↓www.&#111;steocom.me.example/'></iframe>",
        "<iframe src='https:\\\\↓osteocom.fr'></iframe>",
        "<iframe src='https://www.osteocom.me:99999/'></iframe>",
    ])
    func lookalikes(_ markup: String) throws {
        try check(EmbedHostLookalike.self, [markup])
    }

    @Test(arguments: [
        "<iframe src=↓”https://www.osteocom.me/embed/?\(ids)” title=”A”></iframe>",
        "<iframe src=\\↓\"https://www.osteocom.me/embed/\\\" title=a></iframe>".replacing("\\↓", with: "↓\\"),
        "<iframe data-src='↓www.osteocom.me/embed/'></iframe>",
        "<template><iframe src='www.osteocom.me/'></iframe></template>",
        "<base href='https://www.osteocom.me/'><iframe src='embed/a'></iframe>",
        "<iframe src=''></iframe><iframe></iframe>",
        "<iframe src='↓https://www.osteocom.me:port/embed/'></iframe>", "<object data='↓osteocom.me/embed/'></object>",
    ])
    func invalid(_ markup: String) throws {
        try check(EmbedURLInvalid.self, [markup])
    }

    @Test(arguments: [
        "<iframe src='https://www.osteocom.me↓/course?\(ids)'></iframe>",
        "<iframe src='https://www.osteocom.me↓/embed?\(ids)'></iframe>",
        "<iframe src='https://www.osteocom.me/embed/'></iframe>",
        "<iframe src='https://www.osteocom.me/embed/a/b?\(ids)'></iframe>",
        "<iframe src='https://www.osteocom.me↓//embed/a?\(ids)'></iframe>",
        "<iframe src='https://www.osteocom.me/course'></iframe>",
        "<iframe src='https://www.osteocom.me↓/course?clientid=a'></iframe>",
    ])
    func paths(_ markup: String) throws {
        try check(EmbedPathUnexpected.self, [markup])
    }

    private static func embed(_ host: String) -> String { "<iframe src='https://\(host)/embed/?\(ids)'></iframe>" }

    @Test(arguments: [
        [embed("www.osteocom.me"), embed("osteocom.me")], [embed("test.osteocom.me"), embed("test.osteocom.me")],
        [embed("↓www.osteocom.me"), embed("test.osteocom.me"), embed("test.osteocom.me")],
        [embed("www.osteocom.me") + embed("↓test.osteocom.me")],
        [embed("www.osteocom.me"), "<template>\(embed("test.osteocom.me"))</template>"],
        [embed("↓a.osteocom.me"), embed("↓b.osteocom.me")], [embed("test.osteocom.me"), embed("↓a.osteocom.me")],
        [embed("www.osteocom.me"), embed("↓test.osteocom.me") + embed("↓test.osteocom.me"), embed("osteocom.me")],
    ])
    func mixedEnvironments(_ pages: [String]) throws {
        try check(EmbedEnvironmentMismatch.self, pages)
    }

    @Test(arguments: [
        [embed("www.osteocom.me"), embed("↓test.osteocom.me")],
        [embed("↓test.osteocom.me"), embed("↓test.osteocom.me")],
        [embed("↓beta.osteocom.me")],
    ])
    func configuredEnvironment(_ pages: [String]) throws {
        try check(EmbedEnvironmentMismatch.self, pages, Configuration(environment: .production))
    }
}
