public import OsteolintCore

/// What a report says of osteolint itself; SARIF's *toolComponent*.
public struct ToolComponent: Sendable {
    /// Osteolint's version.
    public let version: String
    /// Its rules, in the order of the catalogue.
    public let rules: [RuleDescriptor]

    /// Makes a description.
    public init(version: String, rules: [RuleDescriptor]) {
        self.version = version
        self.rules = rules
    }
}
