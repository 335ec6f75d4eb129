public import OsteolintCore

/// What `osteolint origins` prints.
public struct OriginListing: Sendable {
    private let judgements: [OriginJudgement]

    /// Makes a listing in the order given.
    public init(_ judgements: [OriginJudgement]) {
        self.judgements = judgements
    }

    /// Writes it as JSON.
    public func writeJSON(to output: ReportStream) {
        let json = JSONWriter(to: output)
        json.document {
            json.member("schemaVersion", JSONReporter.schemaVersion)
            json.array("origins", judgements) { judgement in json.object { json.members(of: judgement) } }
        }
    }

    /// As lines of text: each origin with its verdict, below it what is wrong and what to write, and a closing line.
    ///
    /// - Parameter isColoured: whether to write colours.
    /// - Returns: the lines.
    public func text(isColoured: Bool) -> String {
        let style = TextStyle(isColoured: isColoured)
        let valid = judgements.count(where: \.isValid)
        var text = judgements.map { Self.text(of: $0, style) }.joined(separator: "\n")
        if valid < judgements.count {
            text += """

                An origin is https://, the host, and a port where it is not the usual one; nothing else.
                Example: https://lms.partner.com

                """
        }
        let total = "\(judgements.count) \(judgements.count == 1 ? "origin" : "origins")"
        let verdict =
            valid == judgements.count
            ? style.good(valid == 1 ? "valid" : "all valid")
            : style.severity(.error, "\(judgements.count - valid) not valid") + ", \(valid) valid"
        return text + "\n\(total): \(verdict)\n"
    }

    private static func text(of judgement: OriginJudgement, _ style: TextStyle) -> String {
        var lines = [style.strong(shown(judgement.declared)) + ": " + verdict(of: judgement, style)]
        for problem in judgement.problems {
            let severity = problem.isError ? Severity.error : .warning
            let kind = style.severity(severity, "\(severity.rawValue)[\(problem.rawValue)]")
            lines.append("  \(kind): \(problem.fault); \(problem.cure)")
        }
        lines += judgement.hints.map { "  " + style.severity(.note, "hint") + ": \($0.message)" }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func verdict(of judgement: OriginJudgement, _ style: TextStyle) -> String {
        let word = judgement.isValid ? style.good("valid") : style.severity(.error, "not valid")
        guard let suggestion = judgement.suggestion else { return word + ", and no origin can be told from it" }
        return suggestion == judgement.declared ? word : "\(word); the origin to send is \(suggestion)"
    }

    /// A declared origin as it may be shown; one without any characters would not be seen.
    static func shown(_ declared: String) -> String {
        let isSeen = declared.unicodeScalars.contains { !$0.properties.isWhitespace }
        return isSeen ? VisibleText.visible(declared) : "\"\(VisibleText.visible(declared))\""
    }
}
