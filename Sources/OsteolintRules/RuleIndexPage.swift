public import OsteolintCore

/// The index of the pages in `rules/`.
public struct RuleIndexPage: Sendable {
    private let descriptors: [RuleDescriptor]

    /// Makes the index of these rules, which keep their order within a topic.
    public init(_ rules: [any Rule.Type]) {
        descriptors = rules.map { $0.descriptor }
    }

    /// The page as Markdown, with a line end behind its last line.
    public var markdown: String {
        var lines = ["# Rules", ""]
        lines += ["Written from the rules themselves; `osteolint explain RULE` shows the same in a terminal.", ""]
        for topic in RuleDescriptor.Topic.allCases {
            let rows = descriptors.filter { $0.topic == topic }
            guard !rows.isEmpty else { continue }
            lines += ["## \(topic.rawValue)", "", "| rule | severity | what it does |", "|---|---|---|"]
            lines += rows.map { "| [`\($0.id)`](\($0.id).md) | \($0.severity.rawValue) | \($0.summary) |" } + [""]
        }
        return lines.dropLast().map { $0 + "\n" }.joined()
    }
}
