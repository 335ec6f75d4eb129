import CLibXML2
import HTMLTokenizer

/// An element of a page's tree.
public struct HTMLElement {
    private let tree: HTMLTree
    private let node: xmlNodePtr

    init(tree: HTMLTree, node: xmlNodePtr) {
        self.tree = tree
        self.node = node
    }

    /// Its number in `HTMLTree.document`.
    public var id: Int { Int(bitPattern: node.pointee._private) }

    private var source: HTMLNode { tree.document.nodes[id] }

    /// The local name in lower case.
    public var name: String { tree.document.name(of: id) }

    /// Whether it is HTML's, not SVG's or MathML's.
    public var isHTML: Bool { node.pointee.ns == nil }

    /// Whether it stands for a shadow root; its children are those of the shadow tree.
    public var isShadowRoot: Bool { source.shadowRoot != .none }

    /// The value of an attribute.
    ///
    /// - Parameter name: in lower case, without a colon.
    /// - Returns: the value as parsed, or nil when the attribute is absent.
    public func attribute(_ name: String) -> String? {
        guard let value = xmlGetNoNsProp(node, name) else { return nil }
        defer { clibxml2_free(value) }
        return String(cString: value)
    }

    /// The parent element, or nil for the root.
    public var parent: HTMLElement? {
        guard let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE,
            parent.pointee._private != nil
        else { return nil }
        return HTMLElement(tree: tree, node: parent)
    }

    /// The ancestors, the parent first.
    public var ancestors: [HTMLElement] {
        Array(sequence(first: self) { $0.parent }.dropFirst())
    }

    /// The text of the element and all that it holds.
    public var text: String {
        guard let content = xmlNodeGetContent(node) else { return "" }
        defer { clibxml2_free(content) }
        return String(cString: content)
    }

    /// Whether it is in the contents of a `template`, which no browser shows.
    public var isInTemplate: Bool {
        ancestors.contains { $0.isHTML && $0.name == "template" && !$0.isShadowRoot }
    }

    /// Whether it is in a declarative shadow tree.
    public var isInShadowTree: Bool { ancestors.contains(where: \.isShadowRoot) }

    /// Whether it is below a closed shadow root in the contents of a template.
    var isOutOfReach: Bool {
        guard let root = ancestors.first(where: { $0.source.shadowRoot == .closed }) else { return false }
        return root.isInTemplate
    }

    /// Whether an end tag of its own was seen; known of elements whose contents are text, such as `iframe`.
    public var isClosed: Bool { source.isClosed }

    /// Whether its start tag was written with `/>`.
    public var isSelfClosing: Bool { source.isSelfClosing }

    /// Its start tag in bytes of the decoded text; nil for an element that no tag asked for.
    public var startTagOffsets: Range<Int>? { source.source }
}
