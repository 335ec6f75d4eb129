/// What a browser's parser builds from a page: nodes in one array, linked by their places in it.
///
/// The document node is number 0. Contents of a `template` are its children; a declarative shadow root is a child of
/// its host, before the others. Offsets are in bytes of the decoded text.
public struct HTMLDocument: Sendable {
    /// The nodes; a link of -1 leads nowhere.
    public internal(set) var nodes: [HTMLNode] = []
    /// The attributes of all elements, in runs.
    public internal(set) var attributes: [HTMLAttribute] = []
    /// The bytes of names and values, UTF-8.
    public internal(set) var attributeBytes: [UInt8] = []
    /// The bytes of all text nodes, UTF-8, with line ends as LF.
    public internal(set) var textBytes: [UInt8] = []
    /// The names of elements that are no `TagName`, in lower case; `HTMLNode.customName` counts into it.
    public internal(set) var customNames: [String] = []
    /// Whether the document is in quirks mode: the HTML Standard's section 13.2.6.4.1.
    public internal(set) var isInQuirksMode = false

    /// The name of an element, in lower case.
    public func name(of node: Int) -> String {
        let node = nodes[node]
        return node.name == .other ? customNames[Int(node.customName)] : node.name.text
    }

    /// The attributes of an element that a browser keeps, in order.
    public func attributes(of node: Int) -> ArraySlice<HTMLAttribute> {
        attributes[nodes[node].attributes]
    }

    /// The bytes of an attribute's name.
    public func name(of attribute: HTMLAttribute) -> ArraySlice<UInt8> {
        attributeBytes[Int(attribute.nameStart)..<Int(attribute.valueStart)]
    }

    /// The bytes of an attribute's value.
    public func value(of attribute: HTMLAttribute) -> ArraySlice<UInt8> {
        attributeBytes[Int(attribute.valueStart)..<Int(attribute.valueEnd)]
    }

    /// The bytes of a text node.
    public func text(of node: Int) -> ArraySlice<UInt8> {
        textBytes[nodes[node].text]
    }
}

/// An attribute of an element; places are in bytes of the decoded text.
public struct HTMLAttribute: Sendable {
    var nameStart: Int32
    var valueStart: Int32
    var valueEnd: Int32
    var sourceStart: Int32
    var sourceEnd: Int32
    var valueSourceStart: Int32
    var valueSourceEnd: Int32
    /// Whether a browser drops it, since one of the same name stands before it.
    public internal(set) var isDuplicate: Bool

    /// The whole attribute in the source: name, equals sign, quotes and value.
    public var source: Range<Int> { Int(sourceStart)..<Int(sourceEnd) }
    /// The value in the source, without its quotes.
    public var valueSource: Range<Int> { Int(valueSourceStart)..<Int(valueSourceEnd) }
}

/// The namespaces that HTML's parser makes elements in.
public enum HTMLNamespace: UInt8, Sendable {
    /// `http://www.w3.org/1999/xhtml`
    case html
    /// `http://www.w3.org/2000/svg`
    case svg
    /// `http://www.w3.org/1998/Math/MathML`
    case mathML
}

/// A node of the document.
public struct HTMLNode: Sendable {
    /// What a node is.
    public enum Kind: UInt8, Sendable {
        /// The document itself, number 0.
        case document
        /// An element; of a declarative shadow root, its `template`.
        case element
        /// Text, without its neighbours from elsewhere in the source.
        case text
        /// Text from a CDATA section.
        case cdata
        /// A comment.
        case comment
        /// `<!…>`, `<?…>` or `</…>`, which a browser takes for a comment.
        case bogusComment
        /// A CDATA section outside of foreign content, which a browser takes for a comment.
        case bogusCDATA
    }

    /// The root of a declarative shadow tree.
    public enum ShadowRoot: UInt8, Sendable {
        /// Not a shadow root.
        case none
        /// Scripts see it.
        case open
        /// Scripts do not see it.
        case closed
    }

    /// What it is.
    public let kind: Kind
    /// An element's name.
    public internal(set) var name = TagName.other
    /// An element's namespace.
    public internal(set) var namespace = HTMLNamespace.html
    /// Whether the element is the `template` of a shadow root.
    public internal(set) var shadowRoot = ShadowRoot.none
    /// Whether its start tag was written with `/>`.
    public internal(set) var isSelfClosing = false
    /// Whether an end tag of its own was seen.
    public internal(set) var isClosed = false
    var isIntegrationPoint = false
    /// Where the name of an `other` element is in `HTMLDocument.customNames`.
    public internal(set) var customName: Int32 = -1
    /// The parent, or -1.
    public internal(set) var parent: Int32 = -1
    /// The first child, or -1.
    public internal(set) var firstChild: Int32 = -1
    /// The last child, or -1.
    public internal(set) var lastChild: Int32 = -1
    /// The next sibling, or -1.
    public internal(set) var next: Int32 = -1
    /// The previous sibling, or -1.
    public internal(set) var previous: Int32 = -1
    var sourceStart: Int32 = -1
    var sourceEnd: Int32 = -1
    var endTagStart: Int32 = -1
    var contentStart: Int32 = 0
    var contentEnd: Int32 = 0

    init(_ kind: Kind) {
        self.kind = kind
    }

    /// An element's start tag, or the whole of a text or comment, in bytes of the decoded text; nil for an element
    /// that no tag asked for.
    public var source: Range<Int>? {
        sourceStart < 0 ? nil : Int(sourceStart)..<Int(sourceEnd)
    }

    /// Where the element's own end tag begins, in bytes of the decoded text, or nil when there is none.
    public var endTag: Int? { endTagStart < 0 ? nil : Int(endTagStart) }

    /// An element's attributes in `HTMLDocument.attributes`.
    var attributes: Range<Int> { Int(contentStart)..<Int(contentEnd) }

    /// A text's bytes in `HTMLDocument.textBytes`.
    var text: Range<Int> { Int(contentStart)..<Int(contentEnd) }
}
