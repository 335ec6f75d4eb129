import CLibXML2
public import HTMLTokenizer

/// The tree of a page as a browser builds it, held by libxml2.
///
/// Not to be shared between threads.
public final class HTMLTree {
    /// The name of the element that stands for a shadow root in libxml2's tree.
    static let shadowRootName = "shadow.root"

    /// What tree construction said: attributes as written, places, comments.
    public let document: HTMLDocument
    private let tree: xmlDocPtr
    /// What the tree is made of.
    private let memory: TreeMemory
    /// libxml2's node for each element of `document`, by its number there.
    private var pointers: [xmlNodePtr?] = []
    /// The numbers of the elements in document order.
    private let order: [Int32]

    /// Hands a document to libxml2.
    ///
    /// - Throws: `HTMLTreeFailure` when libxml2 has no memory, or reads something else than it was given.
    init(_ document: HTMLDocument) throws(HTMLTreeFailure) {
        let markup = XMLMarkup(document)
        guard markup.bytes.count <= XMLMarkup.maximumLength else {
            throw .tooLong(limit: XMLMarkup.maximumLength)
        }
        let options =
            XML_PARSE_HUGE.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue
            | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        let memory = TreeMemory()
        let tree = markup.bytes.withUnsafeBytes { bytes in
            memory.build {
                xmlReadMemory(
                    bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, "UTF-8",
                    Int32(bitPattern: options))
            }
        }
        guard let tree else { throw .notRead }
        self.document = document
        self.tree = tree
        self.memory = memory
        order = markup.elements
        guard numberElements() else { throw .readDifferently }
    }

    deinit { xmlFreeDoc(tree) }

    /// Gives each of libxml2's elements its number in the document; false when they are not the same.
    private func numberElements() -> Bool {
        pointers = Array(repeating: nil, count: document.nodes.count)
        var count = 0
        var node = xmlDocGetRootElement(tree)?.pointee.children
        while let current = node {
            if current.pointee.type == XML_ELEMENT_NODE {
                guard count < order.count else { return false }
                let number = Int(order[count])
                current.pointee._private = UnsafeMutableRawPointer(bitPattern: number)
                pointers[number] = current
                count += 1
            }
            node = current.pointee.children ?? Self.next(after: current)
        }
        return count == order.count
    }

    private static func next(after node: xmlNodePtr) -> xmlNodePtr? {
        var node: xmlNodePtr? = node
        while let current = node {
            if let next = current.pointee.next { return next }
            node = current.pointee.parent
        }
        return nil
    }

    /// The element with a number of `document`, or nil when that is none.
    public func element(_ id: Int) -> HTMLElement? {
        pointers.indices.contains(id) ? pointers[id].map { HTMLElement(tree: self, node: $0) } : nil
    }

    /// The HTML elements of a name in document order, those in templates and shadow trees too.
    public func elements(named name: String) -> [HTMLElement] {
        elements(matching: "//\(name)")
    }

    /// The HTML elements of these names in document order; XPath would walk the whole tree for them.
    func elements(named names: ElementNames) -> [HTMLElement] {
        order.lazy.map(Int.init).filter { names.contain($0, in: self.document) }.compactMap(element)
    }

    /// The first element with an id, outside of templates, or nil.
    public func element(withID id: String) -> HTMLElement? {
        elements(matching: "//*[@id]").first { $0.attribute("id") == id && !$0.isInTemplate }
    }

    /// The elements that an XPath expression selects, in document order. SVG's and MathML's have the prefixes `svg`
    /// and `math`.
    func elements(matching path: String) -> [HTMLElement] {
        guard let context = xmlXPathNewContext(tree) else { return [] }
        defer { xmlXPathFreeContext(context) }
        xmlXPathRegisterNs(context, XMLMarkup.svgPrefix, "http://www.w3.org/2000/svg")
        xmlXPathRegisterNs(context, XMLMarkup.mathMLPrefix, "http://www.w3.org/1998/Math/MathML")
        guard let result = xmlXPathEvalExpression(path, context) else { return [] }
        defer { xmlXPathFreeObject(result) }
        guard let set = result.pointee.nodesetval, let nodes = set.pointee.nodeTab else { return [] }
        return (0..<Int(set.pointee.nodeNr)).compactMap { nodes[$0].map { HTMLElement(tree: self, node: $0) } }
    }
}

/// Why libxml2 holds no tree of a page.
public enum HTMLTreeFailure: Error, Sendable, Hashable {
    /// The tree would be more bytes of markup.
    case tooLong(limit: Int)
    /// It gave up.
    case notRead
    /// Its elements are not those that it was given: a defect of osteolint.
    case readDifferently
}
