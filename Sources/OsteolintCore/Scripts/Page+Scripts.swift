import HTMLTokenizer

extension Page {
    /// The scripts in its `script` elements that browsers run (HTML Standard, section 4.12.1).
    func scripts(in text: DeliveredText) -> [Script] {
        let document = tree.document
        return document.nodes.compactMap { node in
            guard node.kind == .text, let stretch = node.source, !stretch.isEmpty else { return nil }
            let parent = Int(node.parent)
            guard document.nodes[parent].name == .script, document.nodes[parent].namespace == .html,
                let element = tree.element(parent), element.attribute("src") == nil, !element.isInTemplate,
                ScriptType.isJavaScript(element.attribute("type"), language: element.attribute("language"))
            else { return nil }
            return Script(text, stretch, in: configuration, of: embeds)
        }
    }
}
