import HTMLTokenizer

/// A document in one line: `div[title="x"]("text" br)`.
///
/// SVG's and MathML's elements have the prefixes `svg:` and `math:`, shadow roots are `#open` and `#closed`, comments
/// stand as in the source.
struct TreeOutline {
    private let document: HTMLDocument
    private let source: [UInt8]

    init(_ markup: String, options: HTMLParser.Options = HTMLParser.Options()) throws {
        source = Array(markup.utf8)
        document = try HTMLParser.parse(source, options: options)
    }

    /// The whole document.
    var whole: String { children(of: 0) }

    /// What the first element of a name holds.
    func contents(of name: String) -> String {
        let index = document.nodes.indices.first {
            document.nodes[$0].kind == .element && document.name(of: $0) == name
        }
        return index.map(children) ?? "no \(name)"
    }

    /// How many elements the deepest one is below, itself counted.
    var depth: Int {
        document.nodes.indices.reduce(0) { deepest, index in
            guard document.nodes[index].kind == .element else { return deepest }
            var depth = 0
            var node = index
            while node > 0 {
                depth += 1
                node = Int(document.nodes[node].parent)
            }
            return max(deepest, depth)
        }
    }

    private func children(of parent: Int) -> String {
        var parts: [String] = []
        var text: String?
        var index = Int(document.nodes[parent].firstChild)
        while index >= 0 {
            if document.nodes[index].kind == .text {
                text = (text ?? "") + String(decoding: document.text(of: index), as: UTF8.self)
            } else {
                if let before = text { parts.append(before.debugDescription) }
                text = nil
                parts.append(part(index))
            }
            index = Int(document.nodes[index].next)
        }
        if let text { parts.append(text.debugDescription) }
        return parts.joined(separator: " ")
    }

    private func part(_ index: Int) -> String {
        let node = document.nodes[index]
        switch node.kind {
        case .document, .text: return ""
        case .cdata: return "cdata" + String(decoding: document.text(of: index), as: UTF8.self).debugDescription
        case .comment, .bogusComment, .bogusCDATA:
            return node.source.map { String(decoding: source[$0], as: UTF8.self) } ?? "?"
        case .element: break
        }
        let children = children(of: index)
        return name(index) + attributes(index) + (children.isEmpty ? "" : "(\(children))")
    }

    private func name(_ index: Int) -> String {
        switch document.nodes[index].shadowRoot {
        case .open: return "#open"
        case .closed: return "#closed"
        case .none: break
        }
        switch document.nodes[index].namespace {
        case .html: return document.name(of: index)
        case .svg: return "svg:" + document.name(of: index)
        case .mathML: return "math:" + document.name(of: index)
        }
    }

    private func attributes(_ index: Int) -> String {
        guard document.nodes[index].shadowRoot == .none else { return "" }
        let written = document.attributes(of: index).filter { !$0.isDuplicate }.map { attribute in
            let value = String(decoding: document.value(of: attribute), as: UTF8.self).debugDescription
            return String(decoding: document.name(of: attribute), as: UTF8.self) + "=" + value
        }
        return written.isEmpty ? "" : "[\(written.joined(separator: " "))]"
    }
}
