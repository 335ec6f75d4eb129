import HTMLTokenizer

/// A set of element names that is quick to ask.
struct ElementNames: Sendable {
    /// The names, in lower case.
    let texts: Set<String>
    /// For each `TagName` whether it is one of them.
    private let isMember: [Bool]

    init(_ texts: Set<String>) {
        self.texts = texts
        isMember = TagName.allCases.map { texts.contains($0.text) }
    }

    /// Whether a node is an HTML element with one of the names.
    func contain(_ node: Int, in document: HTMLDocument) -> Bool {
        let name = document.nodes[node].name
        guard document.nodes[node].namespace == .html else { return false }
        return name == .other ? texts.contains(document.name(of: node)) : isMember[Int(name.rawValue)]
    }
}
