import OsteolintCore
import Testing

@Suite("Comments that silence rules")
struct SuppressionCommentTests {
    private static let url =
        "https://www.osteocom.me/embed/course?clientId=kT4mRZ81qLwYc0dXaB2e&amp;productId=66d579675f2a4b8c9df15e43&amp;partnerUserId=u-48213"
    /// An embed with one fault, `iframe-title-missing`.
    private static let untitled = #"<iframe src="\#(url)"></iframe>"#
    private static let titled = #"<iframe title="Course" src="\#(url)"></iframe>"#
    private static let name = "iframe-title-missing"
    private static let nextLine = "<!-- osteolint-disable-next-line \(name) -->"
    private static let disable = "<!-- osteolint-disable \(name) -->"
    private static let enable = "<!-- osteolint-enable \(name) -->"

    /// How many findings of `iframe-title-missing` are silenced and count, and how many comments do nothing.
    private static func counts(_ markup: String) throws -> [Int] {
        let report = try LintedSite().report(markup)
        let findings = report.findings(name)
        return [
            findings.count(where: \.isSuppressed), findings.count { !$0.isSuppressed },
            report.findings("suppression-unused").count,
        ]
    }

    @Test(
        "The line after the comment's last is silent, and no other",
        arguments: [
            ("\(nextLine)\n\(untitled)", [1, 0, 0]),
            ("\(nextLine)\r\n\(untitled)", [1, 0, 0]),
            ("\(nextLine)\r\(untitled)", [1, 0, 0]),
            ("<!-- osteolint-disable-next-line\n  \(name)\n-->\n  \(untitled)", [1, 0, 0]),
            ("\(nextLine)\n\(untitled)\n\(untitled)", [1, 1, 0]),
            ("\(nextLine)\n<p>\(untitled)\(untitled)", [2, 0, 0]),
            ("\(nextLine)\(untitled)", [0, 1, 1]),
            ("\(nextLine)\n\n\(untitled)", [0, 1, 1]),
            ("\(untitled)\n\(nextLine)", [0, 1, 1]),
        ])
    func lineAfter(_ markup: String, _ expected: [Int]) throws {
        #expect(try Self.counts(markup) == expected)
    }

    @Test("A tag that begins in the line is silent as far as it goes")
    func tagOverLines() throws {
        let sandboxed = "<iframe title=Course\n src='\(Self.url)'\n sandbox=''></iframe>"
        let report = try LintedSite().report(
            "<!-- osteolint-disable-next-line sandbox-blocks-checkout -->\n" + sandboxed)
        #expect(report.silenced == ["sandbox-blocks-checkout"])
        #expect(report.findings.first?.place?.range?.start.line == 4)
        #expect(report.counted == [])
    }

    @Test(
        "From one comment to the other, or to the end",
        arguments: [
            ("\(disable)\(untitled)\(enable)\(untitled)", [1, 1, 0]),
            ("\(disable)\n\(untitled)\n\(untitled)\n", [2, 0, 0]),
            ("\(untitled)\(disable)", [0, 1, 1]),
            ("\(disable)\(untitled)<!-- osteolint-enable -->\(untitled)", [1, 1, 0]),
            ("\(disable)\(enable)\(untitled)", [0, 1, 1]),
            ("\(disable)\(untitled)\(disable)\(untitled)\(enable)\(untitled)", [2, 1, 0]),
            ("\(disable)\(disable)\(untitled)", [1, 0, 1]),
            ("\(enable)\(disable)\(untitled)", [1, 0, 1]),
            ("\(disable)\(untitled)\(enable)\(enable)", [1, 0, 1]),
            ("<!-- osteolint-enable -->\(titled)", [0, 0, 1]),
            ("<!--osteolint-disable embed-hidden,\(name)-->\(untitled)", [1, 0, 1]),
        ])
    func region(_ markup: String, _ expected: [Int]) throws {
        #expect(try Self.counts(markup) == expected)
    }

    @Test(
        "Only what a browser takes for a comment",
        arguments: [
            ("<script>/* \(disable) */</script>\(untitled)", [0, 1, 0]),
            ("<textarea>\(disable)</textarea>\(untitled)", [0, 1, 0]),
            ("<style>\(disable)</style>\(untitled)", [0, 1, 0]),
            ("<title>\(disable)</title>\(untitled)", [0, 1, 0]),
            ("<noscript>\(disable)</noscript>\(untitled)", [0, 1, 0]),
            ("<p title='\(disable)'>\(untitled)", [0, 1, 0]),
            ("<iframe srcdoc='\(disable)'></iframe>\(untitled)", [0, 1, 0]),
            ("<!osteolint-disable \(name)>\(untitled)", [0, 1, 0]),
            ("<?osteolint-disable \(name)?>\(untitled)", [0, 1, 0]),
            ("&lt;!-- osteolint-disable \(name) -->\(untitled)", [0, 1, 0]),
            ("<!-- see osteolint-disable \(name) -->\(untitled)", [0, 1, 0]),
            ("<!-->\(untitled)<!-- \(name) -->", [0, 1, 0]),
            ("<template>\(disable)</template>\(untitled)", [1, 0, 0]),
            ("<svg>\(disable)</svg>\(untitled)", [1, 0, 0]),
            ("<table>\(disable)<tr><td>\(untitled)</table>", [1, 0, 0]),
            ("\(untitled)<!-- osteolint-disable \(name)", [0, 1, 1]),
            ("<!-- osteolint-disable \(name) --!>\(untitled)", [1, 0, 0]),
        ])
    func comments(_ markup: String, _ expected: [Int]) throws {
        #expect(try Self.counts(markup) == expected)
    }

    @Test("An embed in a srcdoc document is silenced at the attribute that holds it")
    func srcdoc() throws {
        let inner = Self.untitled.replacing("\"", with: "'")
        let report = try LintedSite().report("\(Self.nextLine)\n<iframe title=Frame srcdoc=\"\(inner)\"></iframe>")
        #expect(report.silenced == [Self.name])
        #expect(report.counted == [])
    }

    @Test("What is found between pages is silenced in the page that it stands in")
    func betweenPages() throws {
        let comment = "<!-- osteolint-disable partner-user-id-shared -- all sign in as one -->\n"
        let report = try LintedSite().report(comment + Self.titled, Self.titled)
        #expect(
            report.findings("partner-user-id-shared").map(\.suppression) == [.comment(reason: "all sign in as one")])
        #expect(report.counted == [])
        #expect(report.summary.suppressed == 1)
        let elsewhere = try LintedSite().report(Self.titled, comment + Self.titled)
        #expect(elsewhere.counted == ["partner-user-id-shared", "suppression-unused"])
        // One page alone says nothing of what it shares with others.
        #expect(try LintedSite().report(comment + Self.titled).counted == [])
    }

    @Test(
        "The reason is shown, folded and cut, and no user's id in it",
        arguments: [
            ("-- the heading\n   names it ", "the heading names it"), ("--- because", "because"),
            ("--because", "because"),
            ("", nil), ("--", nil), ("-- ", nil),
            ("-- asked by u-48213, partnerUserId=u-48214", "asked by *******, partnerUserId=*******"),
            ("-- \(String(repeating: "x", count: 5000))", String(repeating: "x", count: 200) + "…"),
        ])
    func reason(_ text: String, _ expected: String?) throws {
        let report = try LintedSite().report("<!-- osteolint-disable \(Self.name) \(text)-->\n\(Self.untitled)")
        #expect(report.findings(Self.name).map(\.suppression) == [.comment(reason: expected)])
    }

    @Test("A rule that is switched off, or needs an answer, is not called unused")
    func doubt() throws {
        var site = LintedSite()
        site.configuration.rules = ["iframe-title-missing": .off]
        #expect(try site.report("\(Self.nextLine)\n\(Self.titled)").counted == [])
        let names = "status-product-not-found origin-not-allowed product-not-in-catalogue"
        #expect(try LintedSite().report("<!-- osteolint-disable \(names) -->\n\(Self.titled)").counted == [])
    }

    @Test("What is said of comments that silence nothing")
    func wording() throws {
        let report = try LintedSite().report(
            """
            <!-- osteolint-disable-next-line -- later -->
            <!-- osteolint-disable iframe-title-mising -->
            <!-- osteolint-disable a b c d e -->
            <!-- osteolint-disable-line iframe-title-missing -->
            <!-- osteolint-disable suppression-unused -->
            <!-- osteolint-enable embed-hidden -->
            \(Self.nextLine)
            \(Self.titled)
            """)
        #expect(
            report.findings.map(\.message) == [
                "this comment names no rule, so it silences nothing",
                "there is no rule `iframe-title-mising`, so that silences nothing",
                "there is no rule `a`, `b`, `c` and 2 more, so that silences nothing",
                "`osteolint-disable-line` is nothing that osteolint knows, so it changes nothing",
                "`suppression-unused` obeys no comment",
                "`embed-hidden` was not disabled here, so there is nothing to enable",
                "no finding of `iframe-title-missing` stands in the next line, so there is nothing to silence",
            ])
        #expect(report.findings[1].help == "did you mean `iframe-title-missing`? `osteolint rules` lists all ids")
        #expect(report.findings.allSatisfy { $0.severity == .note && $0.snippet != nil && !$0.isSuppressed })
        #expect(report.verdict == .pass)
    }

    @Test("The severity of the rule about comments is the configuration's")
    func severity() throws {
        var site = LintedSite()
        site.configuration.rules = ["suppression-unused": .severity(.error)]
        #expect(try site.report(Self.disable).verdict == .fail)
        site.configuration.rules = ["suppression-unused": .off]
        #expect(try site.report(Self.disable).findings == [])
    }

    @Test("Silenced findings do not fail the run, and are counted")
    func verdict() throws {
        var site = LintedSite()
        site.builder = ReportBuilder(failOn: .warning)
        #expect(try site.report(Self.untitled).verdict == .fail)
        let report = try site.report("\(Self.nextLine)\n\(Self.untitled)")
        #expect(report.verdict == .pass && report.exitStatus == 0)
        #expect(report.summary.suppressed == 1 && report.summary.warnings == 0)
    }

    @Test("Many comments and many names take time in proportion, and stay bounded")
    func hostile() throws {
        let names = (0..<400).map { "no-such-rule-\($0)" }.joined(separator: " ")
        let one = try LintedSite().report("<!-- osteolint-disable \(names) -->")
        #expect(one.findings.count == 1)
        #expect(one.findings[0].message.hasSuffix("`no-such-rule-2` and 97 more, so that silences nothing"))
        let long = try LintedSite().report("<!-- osteolint-\(String(repeating: "\u{202E}x", count: 100_000)) -->")
        #expect(long.findings[0].message.unicodeScalars.count < 800)
        let many = String(repeating: Self.disable + Self.untitled + "<!-- osteolint-enable -->\n", count: 300)
        #expect(try Self.counts(many) == [300, 0, 0])
    }
}
