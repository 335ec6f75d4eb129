import Foundation
import ProgramRuns

/// A site whose names, pages and configuration are written to change what a report is.
struct HostileSite {
    /// Texts that mean something to a terminal, a workflow, or a reader of XML, HTML, Markdown or JSON.
    static let texts = [
        "</script><script>alert(1)</script>", "--><img src=x onerror=alert(1)>", "<!--<script>", "]]><x y=\"1\"/>",
        "::error::owned", "\n::error::owned", "%0A::error file=a::owned", "##[error]owned", "javascript:alert(1)",
        "[owned](javascript:alert(1))", "![owned](//evil.example/x.png)", "<https://evil.example/>",
        "@admin #123 GH-1 https://evil.example/ www.evil.example a@evil.example", "\u{1B}[2J\u{1B}]0;owned\u{7}",
        "\u{85}\u{9B}31m\u{2028}\u{2029}", "\u{202E}\u{2066}owned", "a`b``c```d|e", "\"' onload='alert(1)' x=\"",
        "{{7*7}}{{{x}}}{{#x}}", "</title></style></textarea><iframe src=//evil.example></iframe>", "&lt;b&gt;&amp;&#0;",
        "\u{0}\u{FFFE}\u{FFFF}", "\\u0022, \"rule\": \"owned\", \\", "# owned\n\n- owned\n> owned\n\n<b>owned</b>\n",
    ]

    /// Names of files, which cannot hold a slash; the last one is not UTF-8.
    private static let names: [[UInt8]] =
        [
            "new\nline.html", "new\n::error::owned.html", "%0A::error file=a,line=1::owned.html", "]]>.html",
            "\u{1B}[31mred\u{1B}]0;owned\u{7}.html", "a|b`c``d.html", "\"quoted\"' onload=alert(1).html",
            "<script>alert(1)<script>.html", "\u{202E}lmth.html", "@admin #123.html", "[x](javascript:alert(1)).html",
            "--><img src=x onerror=alert(1)>.html", "::error::owned.html", "&lt;b&gt;.html", "{{{name}}}.html",
            "\u{2028}\u{85}.html", "- owned.html", "# owned.html", "ends with a space .html", "www.evil.example.html",
        ].map { Array($0.utf8) } + [[0xFF, 0xC3, 0x28] + Array("<b>.html".utf8)]

    /// The formats, each with the file that it is written to.
    static let files = [
        "text": "out.txt", "json": "out.json", "html": "out.html", "sarif": "out.sarif", "junit": "out.xml",
        "github": "out.github", "gitlab": "out.gitlab", "markdown": "out.md",
    ]

    /// Where the site lies, and the reports beside it.
    let folder: TemporaryFolder

    /// Writes the site.
    init() throws {
        folder = try TemporaryFolder()
        for (number, name) in Self.names.enumerated() {
            try folder.makeFolder("site")
            try folder.write(named: Array("site/".utf8) + name, Self.page(number))
        }
        // Text and no tags: a million elements are another test's business.
        let long = Self.texts.joined().replacing("\n", with: " ").replacing("<", with: "&lt;")
        let line = String(repeating: long, count: (1 << 20) / long.utf8.count + 1)
        try folder.write("site/long.html", SamplePage.page(line + Self.embeds(of: Self.texts[3]) + line))
        try folder.write(
            ".osteolint.yml",
            """
            origins:
              - "https://lms.example/</script><script>alert(1)</script>"
              - "https://@admin:x@evil.example/%0A::error::owned"
              - "]]>|`owned`\\e[2J\\u2028"
            """)
    }

    /// Runs osteolint over the site, for all formats at once.
    func reports() async throws -> Outcome {
        let formats = Self.files.sorted { $0.key < $1.key }.flatMap { ["--format", "\($0)=\($1)"] }
        return try await Command(
            arguments: ["check", "site", "--all-places", "--reveal"] + formats, folder: folder.root,
            environment: ["GITHUB_STEP_SUMMARY": folder.path("summary.md")]
        ).run()
    }

    /// What was written in a format; nothing where that format says nothing of pages.
    func text(_ format: String) throws -> String {
        try folder.text(Self.files[format] ?? "")
    }

    private static func page(_ number: Int) -> String {
        let some = (0..<4).map { texts[(number * 3 + $0 * 7) % texts.count] }
        return "<!doctype html>\n<meta charset=\"utf-8\"><title>\(texts[number % texts.count])</title>\n"
            + some.map(embeds).joined(separator: "\n")
    }

    /// Embeds with a text in each place where one can stand: as written, and as a generator of pages would escape it.
    private static func embeds(of text: String) -> String {
        let escaped = text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
        let query = "productId=\(escaped)&amp;partnerUserId=\(escaped)"
        return """
            <p><iframe title="\(escaped)" src="https://www.osteocom.me/embed/course?clientId=\(escaped)&amp;\(query)"></iframe>
            <p><iframe title='\(text)' src='https://www.osteocom.me/embed/\(text)?clientId=\(text)&\(query)'></iframe>
            <p><iframe src="https://www.osteocom.me.evil.example/embed/\(escaped)"></iframe>
            <!-- <iframe title="\(escaped)" src="https://www.osteocom.me/embed/\(escaped)?\(SamplePage.client)"></iframe> -->

            """
    }
}
