import OsteolintCore
import Testing

@testable import OsteolintRules

/// Cases beyond the rules' examples; `↓` marks a finding, as there.
@Suite("Rules of elements")
struct ElementRulesTests {
    private static let url = SampleEmbed.url
    private static let titled = SampleEmbed.iframe

    private func check(_ rule: any Rule.Type, _ markup: String) throws {
        let run = try RuleExampleRun(RuleExample("", markup), by: rule)
        #expect(run.found == run.expected, "\(markup)")
    }

    @Test(arguments: [
        "<iframe src='\(url)' ↓sandbox></iframe>", "<amp-iframe src='\(url)' ↓sandbox=allow-scripts></amp-iframe>",
        "<iframe data-src='\(url)' ↓sandbox='allow-top-navigation allow-scripts allow-same-origin'></iframe>",
        "<iframe src='\(url)' sandbox='allow-scripts\nallow-same-origin\tallow-forms\u{C}allow-top-navigation'></iframe>",
        "<iframe src='\(url)' ↓sandbox='allow-scripts,allow-same-origin,allow-forms,allow-top-navigation'></iframe>",
        "<iframe src='\(url)' ↓sandbox='allow-scripts allow-same-origin allow-forms "
            + "allow-top-navigation-to-custom-protocols'></iframe>",
        "<object data='\(url)' sandbox=''></object>", "<template><iframe src='\(url)' sandbox></iframe></template>",
        "<iframe src='\(url)' sandbox='allow-scripts allow-same-origin allow-forms allow-top-navigation "
            + "allow-top-navigation-by-user-activation'></iframe>",
        "<iframe src='https://www.osteocom.me/player/7' sandbox></iframe>",
    ])
    func sandbox(_ markup: String) throws {
        try check(SandboxBlocksCheckout.self, markup)
    }

    @Test(arguments: [
        ("allow-scripts allow-same-origin allow-forms allow-top-navigation-by-user-activation", Severity.warning),
        ("allow-scripts allow-same-origin allow-top-navigation-by-user-activation", .error), ("", .error),
    ])
    func sandboxSeverity(tokens: String, severity: Severity) throws {
        let markup = "<iframe src='\(Self.url)' sandbox='\(tokens)'></iframe>"
        let page = try MarkedPage(markup).read(as: "a.html", under: Configuration())
        let findings = SandboxBlocksCheckout().check(page, in: Site(configuration: Configuration()))
        #expect(findings.map(\.severity) == [severity])
    }

    @Test(arguments: [
        "↓<object data='\(url)'></object>", "<object data='\(url)' title=Course></object>",
        "↓<embed src='\(url)' title>",
        "↓<iframe src='\(url)' title='&nbsp;&#x200B;'></iframe>", "↓<iframe data-src='\(url)'></iframe>",
        "<iframe src='\(url)' aria-labelledby='x c'></iframe><b id=c>Course</b>",
        "↓<iframe src='\(url)' aria-labelledby=c></iframe><b id=c> </b>",
        "<iframe src='\(url)' aria-labelledby=c></iframe><img id=c alt=Course>",
        "↓<iframe src='\(url)' aria-labelledby=c></iframe><template><b id=c>Course</b></template>",
        "<iframe src='https://player.example/'></iframe>", "<!-- <iframe src='\(url)'></iframe> -->",
        "<iframe src='\(url)' title='' aria-label=Course></iframe>",
    ])
    func title(_ markup: String) throws {
        try check(IframeTitleMissing.self, markup)
    }

    @Test(arguments: [
        "<iframe ↓srcdoc='' src='\(url)'></iframe>", "<object srcdoc='' data='\(url)'></object>",
        "<iframe srcdoc='<p>a'></iframe>", "<template><iframe srcdoc='' src='\(url)'></iframe></template>",
        "<embed src='\(url)' srcdoc=a>",
    ])
    func srcdoc(_ markup: String) throws {
        try check(IframeSrcdocOverridesSrc.self, markup)
    }

    @Test(arguments: [
        "↓<iframe src='\(url)' title=A><p>Text</p>", "↓<iframe src='\(url)' title=A>",
        "↓<iframe src='\(url)' />a</iframe>",
        "<iframe src='\(url)' /> \n </iframe>", "<iframe src='\(url)'></iframe>", "<embed src='\(url)'/>\(titled)",
        "↓<iframe src=a>\(titled)", "↓<iframe>\(titled)\(titled)", "<iframe src=a><p>", "<iframe src=a/>a</iframe>",
        "<!-- <iframe src=a> -->\(titled)", "<template><iframe src=a>\(titled)</template>",
        "↓<iframe srcdoc='<p>a' src='\(url)'>\(titled)", "<object data='\(url)'><p>No card</p>",
        "↓<iframe src=a/>\(titled)↓<iframe src=b/>\(titled)",
    ])
    func unclosed(_ markup: String) throws {
        try check(IframeUnclosed.self, markup)
    }

    @Test func vanishedEmbedsAreRelated() throws {
        let markup = "<iframe src=a>\n\(Self.titled.replacing("</iframe>", with: ""))\n\(Self.titled)"
        let page = try MarkedPage(markup).read(as: "a.html", under: Configuration())
        let finding = IframeUnclosed().check(page, in: Site(configuration: Configuration())).first
        #expect(finding?.related.map { $0.range?.start.line } == [2, 3])
        #expect(finding?.embed == nil)
    }

    @Test(arguments: [
        "<style>/* ↓\(titled) */</style>", "<xmp>↓\(titled)</xmp>", "<noembed>↓\(titled)</noembed>",
        "<noframes>↓\(titled)</noframes>", "<title>\(titled)</title>", "<script>'\(titled)'</script>",
        "<script type='application/json'>'\(titled)'</script>", "<plaintext>\(titled)",
        "<svg><![CDATA[\(titled)]]></svg>",
        "<iframe src=a>\(titled)</iframe>", "<p>&lt;iframe src='\(url)'>",
        "<!-- \(titled.replacing("osteocom", with: "other")) -->",
        "<!--↓\(titled)\n\t↓\(titled)-->", "<template><div>↓\(titled)</div></template>", "<? ↓\(titled) ?>",
        "<template><!-- ↓\(titled) --></template>",
    ])
    func inert(_ markup: String) throws {
        try check(EmbedInert.self, markup)
    }

    @Test(arguments: [
        "↓<iframe src='' suppressedsrc='\(url)' class=_iub_cs_activate></iframe>",
        "↓<object data-src='\(url)'></object>", "<template><iframe data-src='\(url)'></iframe></template>",
        "<iframe data-src='https://player.example/' src=about:blank></iframe>", "<div data-src='\(url)'></div>",
    ])
    func deferred(_ markup: String) throws {
        try check(EmbedDeferred.self, markup)
    }

    @Test(arguments: [
        "<p>↓&lt;iframe src=\"\(url)\"&gt;&lt;/iframe&gt;</p>", "<samp>&lt;iframe src='\(url)'></samp>",
        "<kbd><b>&lt;iframe src='\(url)'></b></kbd>", "<pre>&lt;iframe src='\(url)'></pre>",
        "<code>a</code> ↓&#60;iframe src='\(url)'>", "<p>&lt;b>↓&lt;iframe src='\(url)'>",
        "<p>&lt;iframe src='https://a.example'>",
        "<textarea>&lt;iframe src='\(url)'></textarea>", "<p>\u{65E5} 𝔬 ↓&lt;iframe\nsrc=&quot;\(url)&quot;&gt;",
    ])
    func escaped(_ markup: String) throws {
        try check(EmbedEscaped.self, markup)
    }

    @Test(arguments: [
        "\(titled)\n↓\(titled)\n↓\(titled)", "\(titled)\n\(titled.replacing("u-48213", with: "u-48214"))",
        "\(titled)<noscript>\(titled)</noscript>", "\(titled)↓<iframe data-src='\(url)'></iframe>",
        "\(titled)↓\(titled.replacing("66d579675f2a4b8c9df15e43", with: "66D579675F2A4B8C9DF15E43"))",
        "\(titled)\(titled.replacing("kT4m", with: "kT4n"))", "\(titled)↓\(titled.replacing("https:", with: ""))",
    ])
    func duplicated(_ markup: String) throws {
        try check(EmbedDuplicated.self, markup)
    }

    @Test(arguments: [
        "<iframe src='\(url)' ↓src='\(url)'></iframe>",
        "<iframe src='\(url)' width=1 ↓WIDTH=2 height=1 ↓height=2></iframe>",
        "<iframe src='' ↓src='\(url)' src=a></iframe>", "<object data='\(url)' ↓data=a></object>",
        "<iframe data-src='\(url)' src='' ↓src=a></iframe>", "<iframe src=a src=b title=c title=d></iframe>",
        "<!-- <iframe src='\(url)' src=a> -->", "<iframe src='\(url)' data-src=a></iframe>",
        "<iframe src=a ↓src='//www.osteocom.me/embed/a' title></iframe>",
    ])
    func attributes(_ markup: String) throws {
        try check(AttributeDuplicated.self, markup)
    }
}
