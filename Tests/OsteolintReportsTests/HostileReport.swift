import OsteolintCore

/// A report in which every text is one that some reader would obey.
enum HostileReport {
    static let texts = [
        "", " ", "  two  spaces  ", "\u{0}", "\u{1B}[31mred", "a\nb\r\nc\u{85}d\u{2028}e", "]]>", "<![CDATA[",
        "<!-- -->",
        "</script><script>alert(1)</script>", "</system-out></testsuite>", "\u{202E}abc\u{2066}", "\u{FFFE}\u{FFFF}",
        "\u{1FFFE}\u{10FFFF}", "%0A", "%zz", "::error::x", "a:b.html", "../../up.html", "/etc/passwd", "//host/path",
        "https://lms.partner.com/a b?c=|{}[]^\"#d#e", "https://[::1]:8080/a[1]", "https://[[[", "http://",
        "\"'&amp;&", #"\"#, "[x](https://evil.example)", "{0}", "{{ user.id }}", "ü/日本/😀 e\u{301}.html", "${{ x }}",
    ]

    /// A text of one megabyte.
    static let long = String(repeating: "A", count: (1 << 20) - 1) + "<"

    static let report: Report = {
        var live = LiveResults()
        live.skipped = texts.map { Skip(subject: $0, reason: .offline) }
        live.remarks = texts.map { Remark(subject: $0, message: $0) }
        return ReportBuilder().report(
            command: "check", pages: [], siteFindings: texts.flatMap(findings) + [longFinding],
            failures: Failure.Reason.allCases.flatMap { reason in
                texts.map { Failure(subject: $0, reason: reason, message: $0) }
            },
            files: 1, live: live)
    }()

    private static var longFinding: Finding {
        var finding = finding("long", severity: .error)
        finding.message = long
        finding.snippet = Snippet(text: long, firstColumn: 1)
        return finding
    }

    private static func findings(_ text: String) -> [Finding] {
        var known = finding(text, severity: .error)
        known.suppression = .comment(reason: text)
        return [finding(text, severity: .error), finding(text, severity: .note), known]
    }

    private static func finding(_ text: String, severity: Severity) -> Finding {
        let place = Place(
            path: text,
            range: SourceRange(start: SourceLocation(line: 1, column: 2), end: SourceLocation(line: 1, column: 4)))
        var finding = Finding(
            rule: text, severity: severity, message: text, help: text, place: place, related: [place, place])
        finding.snippet = Snippet(text: text, firstColumn: 1)
        return finding
    }
}
