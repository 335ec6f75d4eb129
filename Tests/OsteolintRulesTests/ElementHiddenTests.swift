import OsteolintCore
import Testing

@testable import OsteolintRules

@Suite("embed-hidden, and what it knows of CSS")
struct ElementHiddenTests {
    /// Whether an embed with these attributes, between these tags, is reported.
    private func isReported(_ attributes: String, in tags: String = "") throws -> Bool {
        let markup = #"\#(tags)<iframe src="\#(SampleEmbed.url)" title="Course" \#(attributes)></iframe>"#
        return try !RuleExampleRun(RuleExample("", markup), by: EmbedHidden.self).found.isEmpty
    }

    @Test(arguments: [
        "hidden", "HIDDEN=false", "hidden=until-found", "hidden=until-found style=display:block",
        "style='Display : NONE'", "style='color:red;display:none;'", "style='display:none !important; display:block'",
        "style='/* display:block */ display:none'", "style='display:none; display:nonsense'",
        "style='background:url(a;b);display:none'", "style='content:\"display:block;\";display:none'",
        "hidden style='display:revert'", "style='visibility:hidden'", "style='visibility: collapse'",
        "width=0", "height='0px'", "width='0%'", "height=' 0.0'", "width=00", "width=0x", "style='width:0'",
        "style='height:0.0em'", "style='width:300px;width:0'", "width=300 style='width:calc(0px)'",
        "width=0 style='width:wide'", "width=0 style='min-width:0'", "style='width:0;min-width:auto'",
    ])
    func hidden(_ attributes: String) throws {
        #expect(try isReported(attributes))
    }

    @Test(arguments: [
        "", "data-hidden", "aria-hidden=true", "hidden style='display:block'", "style='display:none;display:block'",
        "style='display:block !important;display:none'", "style='opacity:0'", "class=hidden", "style='-x-display:none'",
        "style='/*display:none*/'", "style='content:\"display:none\"'", "style='display:none garbage'",
        "style='visibility:visible'", "width=1 height=1", "width=''", "width=-0", "width=.0", "width=auto", "width=0.5",
        "width=0 style='width:100%'", "width=0 style='width:auto'", "style='width:0;min-width:100%'",
        "style='width:0;width:1px'", "style='height:calc(100% - 0px)'", "style='border-width:0'",
        "style='{display:none}'",
        "style='width:0;width:var(--w)'", "loading=lazy frameborder=0 style='margin:0;padding:0'",
    ])
    func shown(_ attributes: String) throws {
        #expect(try !isReported(attributes))
    }

    @Test(arguments: [
        ("<div hidden>", ""), ("<section style=display:none><p>", ""), ("<div style='visibility:hidden'><div>", ""),
        ("<div style='display:none'>", "style='display:block'"),
        ("<div style='display:none'>", "style='visibility:visible'"),
        ("<div style='visibility:visible'><div style='visibility:hidden'>", ""),
        ("<div style='visibility:hidden'>", "style='visibility:inherit'"),
    ])
    func hiddenByAncestor(tags: String, attributes: String) throws {
        #expect(try isReported(attributes, in: tags))
    }

    @Test(arguments: [
        ("<div style='visibility:hidden'>", "style='visibility:visible'"), ("<div hidden></div><div>", ""),
        ("<div style='visibility:hidden'><div style='visibility:visible'>", ""),
        ("<div style='height:0;padding-bottom:56.25%'>", "style='position:absolute;height:100%'"),
        ("<div width=0 height=0>", ""), ("<div hidden style='display:block'>", ""), ("<svg hidden><foreignObject>", ""),
    ])
    func shownDespiteAncestor(tags: String, attributes: String) throws {
        #expect(try !isReported(attributes, in: tags))
    }

    @Test func relatedIsTheAncestor() throws {
        let page = try MarkedPage("<p>\n <div hidden><b>\(SampleEmbed.iframe)").read(
            as: "a.html", under: Configuration())
        let findings = EmbedHidden().check(page, in: Site(configuration: Configuration()))
        #expect(findings.first?.related.first?.range?.start == SourceLocation(line: 2, column: 2))
        #expect(findings.first?.related.first?.range?.end == SourceLocation(line: 2, column: 14))
    }

    @Test(arguments: [
        ("color:red", nil), ("a:1;a:2", "2"), ("a:1!important;a:2", "1"), ("a:1 ! IMPORTANT ;a:2", "1"),
        ("A : X y ", "x y"), ("a:bad;", nil), ("a:1;a:bad", "1"), ("a:(1;2)", "(1;2)"), ("a:'x;y", "'x;y"),
        ("a:\"\\\";\";a:2", "2"), ("/*;*/a/**/:/**/1", "1"), ("a:1/*", "1"), ("x;a:1", "1"), ("a", nil), ("", nil),
    ])
    func inlineStyles(style: String, value: String?) {
        #expect(InlineStyle(style).value(of: "a") { $0 != "bad" } == value)
    }
}
