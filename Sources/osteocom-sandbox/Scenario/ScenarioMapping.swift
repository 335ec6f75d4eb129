import Yams

/// A mapping of a scenario file, all of whose keys are known.
struct ScenarioMapping {
    /// Where it begins.
    let node: Node
    private let entries: [(name: String, key: Node, value: Node)]

    /// Reads a mapping.
    ///
    /// - Parameters:
    ///   - node: what should be a mapping.
    ///   - name: what it is, for messages, such as `a client`.
    ///   - keys: those that it may have.
    /// - Throws: `ScenarioFault`, where it is no mapping or has another key.
    init(_ node: Node, of name: String, keys: [String]) throws(ScenarioFault) {
        guard let mapping = node.mapping else {
            throw ScenarioFault(node, "\(name) takes keys and values, such as `\(keys[0]): …`")
        }
        var entries: [(name: String, key: Node, value: Node)] = []
        for (key, value) in mapping {
            let text = key.string ?? ""
            guard keys.contains(text) else {
                throw ScenarioFault(key, "unknown key `\(text)` in \(name)" + Suggestion.among(keys, for: text))
            }
            entries.append((text, key, value))
        }
        self.node = node
        self.entries = entries
    }

    /// The value of a key, or nil where the key is absent.
    subscript(name: String) -> Node? { entries.first { $0.name == name }?.value }

    /// Where a key stands; where the mapping begins when it is absent.
    func place(of name: String) -> Node { entries.first { $0.name == name }?.key ?? node }

    /// The names that are there, in the order of the file.
    func names(among names: [String]) -> [String] {
        entries.filter { names.contains($0.name) }.map { $0.name }
    }

    /// Refuses names that stand together although they exclude one another.
    func refuseTogether(_ names: [String]) throws(ScenarioFault) {
        let present = self.names(among: names)
        guard present.count > 1 else { return }
        throw ScenarioFault(
            place(of: present[1]), "`\(present[0])` and `\(present[1])` exclude each other; keep one of them")
    }

    /// Refuses a name that says nothing without another.
    func refuse(_ name: String, without others: [String]) throws(ScenarioFault) {
        guard self[name] != nil, names(among: others).isEmpty else { return }
        let needed = others.map { "`\($0)`" }.joined(separator: " or ")
        throw ScenarioFault(place(of: name), "`\(name)` says nothing without \(needed); add it, or take `\(name)` out")
    }

    func text(_ name: String) throws(ScenarioFault) -> String? { try self[name]?.text(of: name) }

    /// The value of a key that has to be there.
    func required(_ name: String, in whole: String) throws(ScenarioFault) -> Node {
        guard let value = self[name] else { throw ScenarioFault(node, "\(whole) needs `\(name)`; add it") }
        return value
    }

    func requiredText(_ name: String, in whole: String) throws(ScenarioFault) -> String {
        try required(name, in: whole).text(of: name)
    }

    /// A text of one character at least.
    func requiredNonempty(_ name: String, in whole: String) throws(ScenarioFault) -> String {
        let value = try required(name, in: whole)
        let text = try value.text(of: name)
        guard !text.isEmpty else { throw ScenarioFault(value, "`\(name)` is empty; write at least one character") }
        return text
    }

    func integer(_ name: String, in range: ClosedRange<Int>) throws(ScenarioFault) -> Int? {
        try self[name]?.integer(of: name, in: range)
    }

    func boolean(_ name: String) throws(ScenarioFault) -> Bool? { try self[name]?.boolean(of: name) }

    /// The items of a list; none where the key is absent.
    func items(_ name: String) throws(ScenarioFault) -> [Node] { try self[name]?.items(of: name) ?? [] }
}
