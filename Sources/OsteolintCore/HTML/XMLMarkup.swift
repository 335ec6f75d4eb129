import HTMLTokenizer

/// Writes a document as XML that has one reading only.
///
/// Libxml2 is to own the tree that a browser builds, not to build one of its own: so every element gets both its tags,
/// every attribute quotes, and names that XML does not have are spelled with `_xHH_` for each byte.
struct XMLMarkup {
    /// Prefixes of the namespaces; HTML has none.
    static let svgPrefix = "svg"
    static let mathMLPrefix = "math"

    /// The markup, UTF-8.
    private(set) var bytes: [UInt8] = []
    /// The number in the document of each element, in the order of the markup.
    private(set) var elements: [Int32] = []
    private let document: HTMLDocument
    private var names: [String: [UInt8]] = [:]

    /// Writes a document.
    init(_ document: HTMLDocument) {
        self.document = document
        bytes.reserveCapacity(document.textBytes.count + document.attributeBytes.count + document.nodes.count * 16)
        append("<document xmlns:svg=\"http://www.w3.org/2000/svg\" xmlns:math=\"http://www.w3.org/1998/Math/MathML\">")
        writeChildren()
        append("</document>")
    }

    /// Walks the document in order, without recursion.
    private mutating func writeChildren() {
        var index = Int(document.nodes[0].firstChild)
        while index > 0 {
            let node = document.nodes[index]
            let isElement = node.kind == .element
            if isElement { startTag(index, node) } else { text(index, node) }
            if isElement, node.firstChild >= 0 {
                index = Int(node.firstChild)
                continue
            }
            if isElement { endTag(index, node) }
            index = next(after: index)
        }
    }

    /// The next sibling, or that of the nearest ancestor which has one; closes what is left behind.
    private mutating func next(after index: Int) -> Int {
        var index = index
        while document.nodes[index].next < 0 {
            index = Int(document.nodes[index].parent)
            guard index > 0 else { return 0 }
            endTag(index, document.nodes[index])
        }
        return Int(document.nodes[index].next)
    }

    private mutating func startTag(_ index: Int, _ node: HTMLNode) {
        elements.append(Int32(index))
        bytes.append(UInt8(ascii: "<"))
        name(index, node)
        for attribute in document.attributes(of: index) where !attribute.isDuplicate {
            bytes.append(UInt8(ascii: " "))
            append(name: document.name(of: attribute))
            append("=\"")
            append(escaped: document.value(of: attribute))
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func endTag(_ index: Int, _ node: HTMLNode) {
        append("</")
        name(index, node)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func name(_ index: Int, _ node: HTMLNode) {
        switch node.namespace {
        case .html: break
        case .svg: append("svg:")
        case .mathML: append("math:")
        }
        let text = node.shadowRoot == .none ? document.name(of: index) : HTMLTree.shadowRootName
        if let known = names[text] {
            bytes.append(contentsOf: known)
            return
        }
        let start = bytes.count
        append(name: Array(text.utf8)[...])
        names[text] = Array(bytes[start...])
    }

    private mutating func text(_ index: Int, _ node: HTMLNode) {
        guard node.kind == .text || node.kind == .cdata else { return }
        append(escaped: document.text(of: index))
    }

    private mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends a name; what cannot stand in one, or would declare a namespace, is spelled out.
    private mutating func append(name: ArraySlice<UInt8>) {
        if name.elementsEqual("xmlns".utf8) { bytes.append(UInt8(ascii: "_")) }
        for (position, byte) in name.enumerated() {
            if byte.isXMLNameByte(isFirst: position == 0) {
                bytes.append(byte)
            } else {
                bytes.append(contentsOf: "_x\(String(byte, radix: 16))_".utf8)
            }
        }
    }

    /// Appends text; what XML cannot hold becomes U+FFFD.
    private mutating func append(escaped text: ArraySlice<UInt8>) {
        var start = text.startIndex
        for index in text.indices {
            guard let replacement = Self.replacement(text, index) else { continue }
            bytes.append(contentsOf: text[start..<index])
            append(replacement.text)
            start = index + replacement.length
        }
        bytes.append(contentsOf: text[min(start, text.endIndex)...])
    }

    /// What to write in place of the bytes at an index, and how many they are.
    @inline(__always)
    private static func replacement(_ text: ArraySlice<UInt8>, _ index: Int) -> (text: StaticString, length: Int)? {
        let byte = text[index]
        if byte > UInt8(ascii: ">") {
            return byte == 0xEF && isNoncharacter(text, index) ? ("\u{FFFD}", 3) : nil
        }
        switch byte {
        case UInt8(ascii: "<"): return ("&lt;", 1)
        case UInt8(ascii: ">"): return ("&gt;", 1)
        case UInt8(ascii: "&"): return ("&amp;", 1)
        case UInt8(ascii: "\""): return ("&quot;", 1)
        case 0x09: return ("&#9;", 1)
        case 0x0A: return ("&#10;", 1)
        case 0x0D: return ("&#13;", 1)
        case 0..<0x20: return ("\u{FFFD}", 1)
        default: return nil
        }
    }

    /// U+FFFE and U+FFFF, which XML does not have.
    private static func isNoncharacter(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
        index + 2 < text.endIndex && text[index + 1] == 0xBF && text[index + 2] >= 0xBE
    }
}

extension UInt8 {
    fileprivate func isXMLNameByte(isFirst: Bool) -> Bool {
        if (self | 0x20) &- 0x61 < 26 { return true }
        if isFirst { return false }
        return self &- 0x30 < 10 || self == 0x2D || self == 0x2E || self == 0x5F
    }
}
