public import Foundation
public import OsteolintCore

/// What `osteolint rules` prints.
public struct RuleListing: Sendable {
    private let descriptors: [RuleDescriptor]

    /// Makes a listing in the order given.
    public init(_ descriptors: [RuleDescriptor]) {
        self.descriptors = descriptors
    }

    /// As JSON.
    ///
    /// - Throws: what the encoder throws.
    public func json() throws -> Data {
        try JSONReporter.encode(JSONRules(rules: descriptors.map(JSONRule.init)))
    }

    /// As lines of text under the topics.
    public func text() -> String {
        let width = descriptors.map(\.id.count).max() ?? 0
        return RuleDescriptor.Topic.allCases.reduce(into: "") { text, topic in
            let rules = descriptors.filter { $0.topic == topic }
            guard !rules.isEmpty else { return }
            text += (text.isEmpty ? "" : "\n") + "\(topic.rawValue)\n"
            for rule in rules {
                let id = rule.id.padding(toLength: width, withPad: " ", startingAt: 0)
                let severity = rule.severity.rawValue.padding(toLength: 7, withPad: " ", startingAt: 0)
                text += "  \(id)  \(severity)  \(rule.summary)\n"
            }
        }
    }
}

private struct JSONRules: Encodable {
    let schemaVersion = JSONReporter.schemaVersion
    let rules: [JSONRule]
}

private struct JSONRule: Encodable {
    let id, topic, severity, summary: String

    init(_ descriptor: RuleDescriptor) {
        id = descriptor.id
        topic = descriptor.topic.rawValue
        severity = descriptor.severity.rawValue
        summary = descriptor.summary
    }
}
