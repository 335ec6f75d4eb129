import HTTPTypes
import Yams

/// Reads the `fields` of a behaviour: a list of `Name: value`.
enum FieldChangeReader {
    /// Fields that say how the body is sent, which is the server's business.
    private static let framing = ["content-length", "transfer-encoding", "connection", "keep-alive", "upgrade"]

    static func read(_ items: [Node]) throws(ScenarioFault) -> [Misbehaviour.FieldChange] {
        var changes: [Misbehaviour.FieldChange] = []
        for item in items {
            guard let mapping = item.mapping, mapping.count == 1, let (key, value) = mapping.first else {
                throw ScenarioFault(item, "a field is a name and a value, such as `- Retry-After: 2`")
            }
            changes.append(.init(name: try name(key), value: try self.value(value, of: key.string ?? "")))
        }
        return changes
    }

    private static func name(_ node: Node) throws(ScenarioFault) -> HTTPField.Name {
        let text = node.string ?? ""
        guard let name = HTTPField.Name(text) else {
            throw ScenarioFault(node, "`\(text)` is no name of a field; write letters, digits and hyphens")
        }
        guard !framing.contains(name.canonicalName) else {
            throw ScenarioFault(
                node, "`\(text)` is set by the server; see `bodySize`, `cutAfter` and `drip` for bodies that are wrong")
        }
        return name
    }

    /// Nothing, where the field is only to go away.
    private static func value(_ node: Node, of key: String) throws(ScenarioFault) -> String? {
        if node.isNull { return nil }
        let text = try node.text(of: key)
        guard HTTPField.isValidValue(text) else {
            throw ScenarioFault(node, "`\(key)` has a character that no field of HTTP can hold; take it out")
        }
        return text
    }
}
