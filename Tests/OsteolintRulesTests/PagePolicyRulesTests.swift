import OsteolintCore
import OsteolintRules
import Testing

@Suite("Policies of the page itself")
struct PagePolicyRulesTests {
    private static let embed =
        "https://www.osteocom.me/embed/course?clientId=kT4mRZ81qLwYc0dXaB2e&amp;productId=66d579675f2a4b8c9df15e43"
        + "&amp;partnerUserId=u-48213"
    private static let url = embed.replacing("&amp;", with: "&")
    private static let frame = "<iframe src=\"\(embed)\" title=\"Card\"></iframe>"

    private static func page(_ policy: String, _ body: String = frame) -> String {
        "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n</head>\n\(body)"
    }

    private func findings(_ policy: String, _ body: String = frame) throws -> [Finding] {
        var site = PolicedSite()
        try site.add(Self.page(policy, body))
        return site.findings()
    }

    @Test("The finding stands at the directive, says what to write, and is about the embed")
    func wording() throws {
        let finding = try #require(try findings("img-src *; frame-src 'self' https://player.vimeo.com").first)
        #expect(finding.start == "course.html:2:64")
        #expect(finding.place?.range?.end == SourceLocation(line: 2, column: 105))
        #expect(finding.embed == 0 && finding.related.isEmpty && finding.severity == .error)
        #expect(
            finding.message == "`frame-src` does not let https://www.osteocom.me load in a frame, "
                + "so browsers show an error instead of the card")
        #expect(
            finding.help == "add https://www.osteocom.me to `frame-src`: "
                + "frame-src 'self' https://player.vimeo.com https://www.osteocom.me")
        #expect(finding.snippet?.text.contains("frame-src 'self'") == true)
    }

    @Test(
        "The help says how the directive has to read",
        arguments: [
            ("frame-src 'none'", "add https://www.osteocom.me to `frame-src`: frame-src https://www.osteocom.me"),
            ("frame-src", "add https://www.osteocom.me to `frame-src`: frame-src https://www.osteocom.me"),
            (
                "default-src 'self' 'unsafe-inline'",
                "give the policy a `frame-src` of its own: frame-src 'self' https://www.osteocom.me"
            ),
            ("child-src blob:", "give the policy a `frame-src` of its own: frame-src blob: https://www.osteocom.me"),
        ])
    func help(_ sample: (policy: String, help: String)) throws {
        #expect(try findings(sample.policy).map(\.help) == [sample.help])
    }

    @Test("A directive that decides for another says so, and a path that does not fit too")
    func reasons() throws {
        let fallback = try findings("default-src 'self'").map(\.message)
        #expect(
            fallback.first?.hasPrefix("`default-src`, which decides since there is no `frame-src`, does not") == true)
        let path = try findings("frame-src https://www.osteocom.me/player/").map(\.message)
        #expect(path.first?.contains("does not let https://www.osteocom.me load under this path in a frame") == true)
    }

    @Test("Places behind character references and line ends are exact")
    func places() throws {
        let finding = try #require(try findings("img-src &#42;;\n  frame-src &#39;self&#39;").first)
        #expect(finding.start == "course.html:3:3")
        #expect(finding.place?.range?.end == SourceLocation(line: 3, column: 27))
    }

    @Test("Several embeds of one page are further places, each policy is a finding of its own")
    func several() throws {
        let found = try findings("frame-src 'self', default-src 'none'", Self.frame + "\n" + Self.frame)
        #expect(found.map(\.start) == ["course.html:2:53", "course.html:2:71"])
        #expect(found.map(\.embed) == [nil, nil])
        #expect(found.allSatisfy { $0.others == ["course.html:4:1", "course.html:5:1"] })
        #expect(Set(found.map(\.fault)).count == 2)
    }

    @Test("Two environments in one page are named together")
    func twoHosts() throws {
        let test = Self.frame.replacing("www.osteocom.me", with: "test.osteocom.me")
        let finding = try #require(try findings("frame-src 'self'", Self.frame + test).first)
        #expect(finding.message.contains("let https://www.osteocom.me and https://test.osteocom.me load"))
        #expect(finding.help?.hasSuffix("frame-src 'self' https://www.osteocom.me https://test.osteocom.me") == true)
    }

    @Test("The same policy in 250 pages is one finding with 250 places")
    func manyPages() throws {
        var site = PolicedSite()
        for number in 100..<350 { try site.add(Self.page("default-src 'self'"), as: "p\(number).html") }
        try site.add(Self.page("frame-src https:"), as: "fine.html")
        let found = site.findings()
        #expect(found.map(\.start) == ["p100.html:2:53"])
        #expect(found[0].related.count == 249 && found[0].others.first == "p101.html:2:53")
        #expect(found[0].message.hasSuffix("instead of the card on 250 pages"))
    }

    @Test("A line of a hosting file is one finding with the embeds of all its pages")
    func hosting() throws {
        var site = PolicedSite()
        site.host("Content-Security-Policy", "img-src *; frame-src 'self'", below: "a/")
        for path in ["a/x.html", "a/y.html", "b/z.html"] { try site.add(Self.frame, as: path) }
        let found = site.findings()
        #expect(found.map(\.start) == ["_headers:2:39"])
        #expect(found[0].others == ["a/x.html:1:1", "a/y.html:1:1"] && found[0].embed == nil)
        #expect(found[0].snippet?.text == "  Content-Security-Policy: img-src *; frame-src 'self'")
    }

    @Test("Fields of several hosting files count each on its own")
    func severalFiles() throws {
        var site = PolicedSite()
        site.host("Content-Security-Policy", "frame-src https:", line: 2)
        site.host("Content-Security-Policy", "default-src 'none'", line: 9)
        site.host("Content-Security-Policy-Report-Only", "frame-src 'none'", line: 12)
        try site.add(Self.frame)
        #expect(site.findings().map(\.start) == ["_headers:9:28"])
    }

    @Test("A field of the page's response has no line, and is about the page")
    func response() throws {
        var site = PolicedSite()
        try site.add(Self.frame, fields: [("content-security-policy", "frame-src 'self'"), ("Server", "x")])
        let finding = try #require(site.findings().first)
        #expect(finding.start == "course.html" && finding.embed == 0 && finding.snippet == nil)
    }

    @Test("The hop that is blocked is named where the embed is redirected")
    func redirects() throws {
        var site = PolicedSite()
        try site.add(Self.page("frame-src https://www.osteocom.me"))
        let answers = try PolicedSite.answers([(Self.url, []), ("https://cards.osteocom.example/shown", [])])
        #expect(site.findings().isEmpty)
        let finding = try #require(site.findings(answers: answers).first)
        #expect(
            finding.message == "`frame-src` does not let https://cards.osteocom.example load in a frame, "
                + "where the embed is redirected to, so browsers show an error instead of the card")
        #expect(finding.help?.hasSuffix("frame-src https://www.osteocom.me https://cards.osteocom.example") == true)
    }

    @Test("An http embed is judged as it will be over https, and a deferred one as it will be loaded")
    func otherEmbeds() throws {
        let insecure = Self.frame.replacing("https:", with: "http:")
        #expect(try findings("frame-src https://www.osteocom.me", insecure).isEmpty)
        #expect(try findings("frame-src 'self'", insecure).count == 1)
        #expect(try findings("frame-src 'self'", Self.frame.replacing(" src=", with: " data-src=")).count == 1)
        #expect(try findings("frame-src 'self'", "<!-- \(Self.frame) -->").isEmpty)
    }

    @Test("An object that object-src blocks is told to become an iframe")
    func objects() throws {
        let found = try findings("object-src 'none'", "<object data=\"\(Self.embed)\"></object>")
        #expect(found.map(\.help).first??.hasPrefix("load the card in an iframe, or add") == true)
        #expect(found.map(\.message).first?.contains("load in an object or embed element") == true)
    }

    @Test("The user's id is masked in the line of a policy that an embed stands in")
    func masking() throws {
        let line = "<meta http-equiv=\"Content-Security-Policy\" content=\"frame-src 'self'\">" + Self.frame
        for reveals in [false, true] {
            var site = PolicedSite(reveals: reveals)
            try site.add(line)
            let finding = try #require(site.findings().first)
            #expect(finding.snippet?.text.contains("u-48213") == reveals)
            #expect(!finding.message.contains("u-48213") && !finding.fault.contains("u-48213"))
        }
    }

    @Test("A page with many policies and many embeds gives a bounded number of findings and places")
    func hostile() throws {
        let metas = (0..<3_000).map {
            "<meta http-equiv=\"Content-Security-Policy\" content=\"frame-src a\($0).example/p\">"
        }
        let frames = (0..<2_000).map { Self.frame.replacing("/course", with: "/course\($0)") }
        var site = PolicedSite()
        try site.add(metas.joined() + frames.joined())
        let found = site.findings()
        #expect(found.count == 100)
        #expect(found.allSatisfy { $0.related.count == 100 })
    }

    @Test("A policy with very many sources is held against very many URLs")
    func hostileSources() throws {
        let sources = (0..<40_000).map { "https://www.osteocom.me/p\($0)/" }.joined(separator: " ")
        let frames = (0..<2_000).map { Self.frame.replacing("/course", with: "/course\($0)") }
        #expect(try findings("frame-src \(sources)", frames.joined()).count == 1)
    }
}
