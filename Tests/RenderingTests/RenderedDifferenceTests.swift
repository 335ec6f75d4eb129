import OsteolintCore
import OsteolintRules
import Testing

@Suite("What is only in the rendered page")
struct RenderedDifferenceTests {
    private static let linter = Linter(
        rules: RuleRegistry.all, configuration: Configuration(), masking: Masking(reveals: false))

    private static func lint(_ markup: String) throws -> LintedPage {
        let page = try Array(markup.utf8).withUnsafeBytes { bytes in
            try Page(path: "a.html", bytes: bytes, decoder: TextDecoder(), options: Page.Options(charset: .utf8))
        }
        return linter.lint(page)
    }

    private static func merged(_ source: String, _ rendered: String, scripts: [Finding] = []) throws -> LintedPage {
        try lint(source).adding(try lint(rendered), scriptFindings: scripts)
    }

    private static func frame(_ user: String, product: String = "66d579675f2a4b8c9df15e43", _ rest: String = "")
        -> String
    {
        "<iframe title=Course \(rest) src=\"https://www.osteocom.me/embed/course?clientId=kT4mRZ81qLwYc0dXaB2e"
            + "&amp;productId=\(product)&amp;partnerUserId=\(user)\"></iframe>"
    }

    @Test("A page that scripts leave alone stays as it is")
    func same() throws {
        let page = Self.frame("undefined") + Self.frame("u-1", "hidden")
        let merged = try Self.merged(page, "<html><head></head><body>\n\n\(page)</body></html>")
        #expect(merged.findings == (try Self.lint(page).findings))
        #expect(merged.embeds.count == 2)
        #expect(!merged.hasRenderedEmbed)
    }

    @Test("An embed that scripts add is judged, without a place and with its tag")
    func added() throws {
        let merged = try Self.merged("<div id=x></div>", "<p>x</p> <div id=x>\(Self.frame("undefined"))</div>")
        #expect(merged.embeds.map(\.isRendered) == [true])
        #expect(merged.reportedEmbeds.map(\.isRendered) == [true])
        #expect(merged.embeds[0].place == Place(path: "a.html", range: nil))
        let finding = try #require(merged.findings.first)
        #expect(merged.findings.count == 1)
        #expect(finding.rule == "partner-user-id-placeholder")
        #expect(finding.isRendered)
        #expect(finding.place == Place(path: "a.html", range: nil))
        #expect(finding.element == nil)
        #expect(finding.embed == 0)
        #expect(finding.message.hasSuffix(" (in the rendered page)"))
        #expect(finding.snippet?.text.hasPrefix("<iframe title=") == true)
        #expect(finding.snippet?.text.hasSuffix("partnerUserId=undefined\">") == true)
    }

    @Test("The same embed is not told twice, but a second one is")
    func twice() throws {
        let frame = Self.frame("u-1")
        let merged = try Self.merged(frame, "<main>\(frame)</main>\(frame)")
        #expect(merged.embeds.map(\.isRendered) == [false, true])
        #expect(merged.embeds.map(\.ordinal) == [0, 1])
        #expect(merged.findings.map(\.rule) == ["embed-duplicated"])
        #expect(merged.findings[0].embed == 1)
        #expect(merged.findings[0].related == [Place(path: "a.html", range: nil)])
    }

    @Test("What scripts do to an embed of the source is told of that embed")
    func changed() throws {
        let merged = try Self.merged(Self.frame("u-1"), "\n" + Self.frame("u-1", "style=display:none"))
        #expect(merged.embeds.map(\.isRendered) == [false])
        #expect(merged.findings.map(\.rule) == ["embed-hidden"])
        #expect(merged.findings[0].embed == 0)
        #expect(merged.findings[0].place?.range == nil)
    }

    @Test("A deferred embed that a loader has put in place is the same one")
    func deferred() throws {
        let deferred = Self.frame("u-1").replacing(" src=", with: " data-src=")
        let merged = try Self.merged(deferred, Self.frame("u-1"))
        #expect(!merged.hasRenderedEmbed)
        #expect(merged.findings.map(\.rule) == ["embed-deferred"])
    }

    @Test("An embed out of a template is another one than that in the template, which stays inert")
    func template() throws {
        let template = "<template>\(Self.frame("null"))</template>"
        let merged = try Self.merged(template, template + Self.frame("null"))
        #expect(merged.embeds.map(\.state) == [.inert, .live])
        #expect(merged.findings.map(\.rule) == ["embed-inert", "partner-user-id-placeholder"])
        #expect(merged.findings.map(\.isRendered) == [false, true])
    }

    @Test("What a script is to blame for itself is not told again of the embed that it builds")
    func scripts() throws {
        let rendered = try Self.lint(Self.frame("undefined"))
        var finding = try #require(rendered.findings.first)
        finding.place = Place(path: "app.js", range: nil)
        finding.embed = nil
        let merged = try Self.merged("<p>x</p>", Self.frame("undefined"), scripts: [finding])
        #expect(merged.hasRenderedEmbed)
        #expect(merged.findings.isEmpty)
    }

    @Test("A note that scripts build an embed goes once the embed is seen")
    func built() throws {
        let note = Finding(
            rule: "embed-built-by-script", severity: .note, message: "built", place: Place(path: "a.html", range: nil))
        let source = LintedPage(path: "a.html", embeds: [], reportedEmbeds: [], findings: [note])
        #expect(source.adding(try Self.lint("<p>x</p>"), scriptFindings: []).findings == [note])
        #expect(source.adding(try Self.lint(Self.frame("u-1")), scriptFindings: []).findings.isEmpty)
        #expect(LintedPage.withoutBuiltEmbeds([note]).isEmpty)
    }

    @Test("Between pages, an embed that scripts have made stands at its page")
    func shared() throws {
        let merged = try Self.merged("<p>x</p>", Self.frame("u-48213"))
        let other = Self.linter.lint(
            try Array(Self.frame("u-48213").utf8).withUnsafeBytes {
                try Page(path: "b.html", bytes: $0, decoder: TextDecoder())
            })
        let findings = Self.linter.lintSite([merged, other])
        #expect(findings.map(\.rule) == ["partner-user-id-shared"])
        #expect(findings[0].isRendered)
        #expect(findings[0].place == Place(path: "a.html", range: nil))
        #expect(findings[0].snippet?.text.contains("48213") == false)
    }
}
