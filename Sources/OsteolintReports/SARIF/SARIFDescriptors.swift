import OsteolintCore

extension JSONWriter {
    /// Writes what SARIF says of a rule (section 3.49).
    func reportingDescriptor(_ rule: RuleDescriptor) {
        member("id", rule.id)
        member("name", Self.pascalCase(rule.id))
        object("shortDescription") { member("text", rule.summary) }
        object("fullDescription") { member("text", Self.firstParagraph(of: rule.rationale)) }
        object("help") {
            member("text", "\(rule.rationale)\n\n\(rule.remedy)\n\n\(rule.references.joined(separator: "\n"))")
            member("markdown", Self.markdown(rule))
        }
        object("defaultConfiguration") { member("level", rule.severity.rawValue) }
        object("properties") { member("tags", [rule.topic.rawValue]) }
    }

    private static func pascalCase(_ id: String) -> String {
        id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    private static func firstParagraph(of text: String) -> String {
        text.firstRange(of: "\n\n").map { String(text[..<$0.lowerBound]) } ?? text
    }

    private static func markdown(_ rule: RuleDescriptor) -> String {
        let references = rule.references.map { "- \(escaped($0))" }.joined(separator: "\n")
        return """
            \(escaped(rule.rationale))

            **What to do.** \(escaped(rule.remedy))

            \(references)
            """
    }

    /// The text with a backslash before what Markdown would read as markup; what stands in backquotes stays.
    private static func escaped(_ text: String) -> String {
        var isCode = false
        return text.reduce(into: "") { result, character in
            if character == "`" { isCode.toggle() }
            if !isCode, #"\*_[]<>"#.contains(character) { result.append("\\") }
            result.append(character)
        }
    }
}
