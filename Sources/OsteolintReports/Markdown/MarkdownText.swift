import ContentSecurityPolicy

/// Any text as Markdown that shows it as it is, in the renderers of GitHub and of GitLab.
///
/// Backslashes alone do not do: both look for mentions, references and addresses in what has been rendered, where an
/// escaped `@` is an `@` again, but never in code. So whatever is more than plain words becomes code.
enum MarkdownText {
    /// How much of a text is shown where nothing else is said, in scalars.
    static let length = 300

    /// A text as code: CommonMark 0.31.2, §6.1, *Code spans*.
    ///
    /// - Parameters:
    ///   - text: the text; of a long one the beginning is shown.
    ///   - isInTable: whether it stands in a cell of a table, where a `|` has to be escaped even in code.
    /// - Returns: a code span; a word in brackets for an empty text.
    static func code(_ text: String, isInTable: Bool = false) -> String {
        guard !text.isEmpty else { return "(empty)" }
        let shown = shown(text, to: length)
        let fence = String(repeating: "`", count: longestRun(in: shown) + 1)
        let hasBackticks = shown.hasPrefix("`") || shown.hasSuffix("`")
        // Renderers take a space away at both ends, but not where there is nothing else.
        let isStripped = shown.hasPrefix(" ") && shown.hasSuffix(" ") && shown.contains { $0 != " " }
        let padding = hasBackticks || isStripped ? " " : ""
        let code = fence + padding + shown + padding + fence
        return isInTable ? code.replacing("|", with: #"\|"#) : code
    }

    /// A sentence that is written behind something else in its line: plain words as they are, the rest as code.
    static func prose(_ text: String, to length: Int = 1000) -> String {
        MarkdownProse(shown(text, to: length)).text
    }

    /// Lines as a block of code, between fences that are longer than any run of backticks in them.
    ///
    /// - Parameter lines: what `VisibleText` has been applied to, with a line feed at its end.
    /// - Returns: the block, with a line feed at its end.
    static func block(_ lines: String) -> String {
        let fence = String(repeating: "`", count: max(3, longestRun(in: lines) + 1))
        return "\(fence)text\n\(lines)\(fence)\n"
    }

    private static func shown(_ text: String, to length: Int) -> String {
        // A scalar may become more of them when it is made visible.
        ShownText.cut(VisibleText.visible(ShownText.cut(text, to: length)), to: length + 1)
    }

    private static func longestRun(in text: String) -> Int {
        var longest = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
