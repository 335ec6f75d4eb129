/// One line of Markdown, read as CommonMark reads code spans (0.31.2, §6.1), which go before everything else but tags.
struct MarkdownSpans {
    /// What stands outside of code.
    private(set) var plain: [String] = []
    /// What stands in code, as it is shown.
    private(set) var code: [String] = []
    /// All of it, as it is shown.
    private(set) var shown = ""

    init(_ line: some StringProtocol) {
        var rest = Substring(line)
        while let start = rest.firstIndex(of: "`") {
            let fence = rest[start...].prefix { $0 == "`" }
            let behind = rest[fence.endIndex...]
            guard let end = Self.end(of: behind, fence: fence.count) else {
                add(plain: rest[..<fence.endIndex])
                rest = behind
                continue
            }
            add(plain: rest[..<start])
            let content = Self.trimmed(behind[..<end])
            code.append(content)
            shown += content
            rest = behind[end...].dropFirst(fence.count)
        }
        add(plain: rest)
    }

    private mutating func add(plain text: Substring) {
        plain.append(String(text))
        shown += text
    }

    /// Where a run of just as many backticks begins.
    private static func end(of text: Substring, fence: Int) -> Substring.Index? {
        var index = text.startIndex
        while let start = text[index...].firstIndex(of: "`") {
            let run = text[start...].prefix { $0 == "`" }
            if run.count == fence { return start }
            index = run.endIndex
        }
        return nil
    }

    private static func trimmed(_ text: Substring) -> String {
        let isPadded = text.first == " " && text.last == " " && text.contains { $0 != " " }
        return String(isPadded ? text.dropFirst().dropLast() : text)
    }
}
