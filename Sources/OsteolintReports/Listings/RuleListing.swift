import Foundation
public import OsteolintCore

/// What `osteolint rules` prints.
public struct RuleListing: Sendable {
    private let descriptors: [RuleDescriptor]

    /// Makes a listing in the order given.
    public init(_ descriptors: [RuleDescriptor]) {
        self.descriptors = descriptors
    }

    /// Writes it as JSON.
    public func writeJSON(to output: ReportStream) {
        let json = JSONWriter(to: output)
        json.document {
            json.member("schemaVersion", JSONReporter.schemaVersion)
            json.array("rules", descriptors) { descriptor in
                json.object {
                    json.member("id", descriptor.id)
                    json.member("topic", descriptor.topic.rawValue)
                    json.member("severity", descriptor.severity.rawValue)
                    json.member("summary", descriptor.summary)
                }
            }
        }
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
