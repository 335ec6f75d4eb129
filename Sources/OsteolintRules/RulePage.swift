public import OsteolintCore

/// What is written about a rule, from its descriptor and its examples: its page in `rules/`, and `osteolint explain`.
public struct RulePage: Sendable {
    private let descriptor: RuleDescriptor
    private let examples: [RuleExample]

    /// Makes the page of a rule.
    public init(_ rule: any Rule.Type) {
        descriptor = rule.descriptor
        examples = rule.examples
    }

    /// The page as Markdown, with a line end behind its last line.
    public var markdown: String {
        var lines = ["# \(descriptor.id)", "", descriptor.summary, ""]
        lines += ["\(descriptor.topic.rawValue) · \(descriptor.severity.rawValue)", ""]
        lines += ["## Why", "", descriptor.rationale, "", "## What to do", "", descriptor.remedy, ""]
        lines += ["## Examples", ""]
        for example in examples {
            let listing = ExampleListing(example)
            lines += [Self.heading(of: example) + ":", "", "```" + listing.language] + listing.lines + ["```", ""]
        }
        lines += ["## References", ""] + descriptor.references.map { "- \($0)" }
        return Self.joined(lines)
    }

    /// The page as plain text for a terminal, with a line end behind its last line.
    ///
    /// - Parameter width: where paragraphs are broken, in columns; examples are not.
    /// - Returns: the text.
    public func text(width: Int = 100) -> String {
        var lines = ["\(descriptor.id) (\(descriptor.severity.rawValue), \(descriptor.topic.rawValue))", ""]
        for paragraph in [descriptor.summary, descriptor.rationale, descriptor.remedy] {
            lines += Self.wrapped(paragraph, width) + [""]
        }
        lines += ["Examples", ""]
        for example in examples {
            lines += ["  " + Self.heading(of: example) + ":"] + ExampleListing(example).lines.map { "    " + $0 } + [""]
        }
        lines += ["References", ""] + descriptor.references.map { "  " + $0 }
        return Self.joined(lines)
    }

    /// The text of an example as it is shown: a caret below each place where a finding starts.
    public static func listing(of example: RuleExample) -> [String] {
        ExampleListing(example).lines
    }

    private static func heading(of example: RuleExample) -> String {
        let title = (example.isBad ? "Reported: " : "Fine: ") + example.title
        let settings = ExampleListing.settings(of: example)
        return settings.isEmpty ? title : title + " (" + settings.joined(separator: ", ") + ")"
    }

    /// The lines without white space at their ends.
    private static func joined(_ lines: [String]) -> String {
        lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) + "\n" }.joined()
    }

    private static func wrapped(_ text: String, _ width: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph -> [String] in
            var lines = [""]
            for word in paragraph.split(separator: " ") {
                let last = lines[lines.count - 1]
                if last.isEmpty {
                    lines[lines.count - 1] = String(word)
                } else if last.count + 1 + word.count <= width {
                    lines[lines.count - 1] += " " + word
                } else {
                    lines.append(String(word))
                }
            }
            return lines
        }
    }
}
