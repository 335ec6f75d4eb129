/// A small site that shows a rule at work; documentation and test in one.
public struct RuleExample: Sendable {
    /// What the example shows, in a few words: "the id is there", "one digit is missing".
    public let title: String
    /// The pages in order; `↓` stands where a finding of the rule is expected to start.
    public let pages: [String]
    /// The configuration under which the pages are checked.
    public let configuration: Configuration

    /// Makes an example of one or more pages.
    ///
    /// - Parameters:
    ///   - title: what it shows, in a few words.
    ///   - pages: their markup. Each `↓` marks the start of one expected finding; without any, the rule is silent.
    ///   - configuration: the default one unless the rule needs another.
    public init(_ title: String, _ pages: String..., configuration: Configuration = Configuration()) {
        self.title = title
        self.pages = pages
        self.configuration = configuration
    }

    /// Whether a finding is expected.
    public var isBad: Bool { pages.contains { $0.contains("↓") } }
}
