extension BrowserPage {
    /// What assistive technology is told of a frame, or of the top frame, in document order and without what is ignored.
    ///
    /// - Throws: ``BrowserError``
    public func accessibilityTree(of frame: BrowserFrame? = nil) async throws -> [AccessibilityNode] {
        let id = frame?.id ?? topFrame
        guard let frame = state.value.frames[id] else { throw BrowserError.noFrame(id: id) }
        let parameters: JSON = ["frameId": .string(id)]
        let result = try await connection.send("Accessibility.getFullAXTree", parameters, session: frame.session)
        let nodes = result["nodes"].items
        let byID = Dictionary(nodes.map { ($0["nodeId"].text ?? "", $0) }) { first, _ in first }
        var outline: [AccessibilityNode] = []
        if let root = nodes.first { Self.list(root, depth: 0, byID, into: &outline) }
        return outline
    }

    private static func list(
        _ node: JSON, depth: Int, _ nodes: [String: JSON], into outline: inout [AccessibilityNode]
    ) {
        let isShown = node["ignored"].bool != true
        if isShown {
            let properties = node["properties"].items.map { ($0["name"].text ?? "", $0["value"]["value"]) }
            outline.append(
                AccessibilityNode(
                    role: node["role"]["value"].text ?? "", name: node["name"]["value"].text ?? "", depth: depth,
                    properties: Dictionary(properties) { first, _ in first }))
        }
        for child in node["childIds"].items.compactMap({ $0.text.flatMap { nodes[$0] } }) {
            list(child, depth: isShown ? depth + 1 : depth, nodes, into: &outline)
        }
    }
}
