import HTMLTokenizer

/// Writes a document as XML that has one reading only.
///
/// Libxml2 is to own the tree that a browser builds, not to build one of its own: so every element gets both its tags,
/// every attribute quotes, and names that XML does not have are spelled with `_xHH_` for each byte.
struct XMLMarkup {
    /// How many bytes are handed over at the most; copies of formatting elements can make that much of a small page.
    static let maximumLength = 768 << 20

    /// Prefixes of the namespaces; HTML has none.
    static let svgPrefix = "svg"
    static let mathMLPrefix = "math"

    /// The markup, UTF-8.
    private(set) var bytes: [UInt8] = []
    /// The number in the document of each element, in the order of the markup.
    private(set) var elements: [Int32] = []
    private let document: HTMLDocument

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
        while index > 0, bytes.count <= Self.maximumLength {
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
        openTag(Self.startTags, "<", index, node)
        for attribute in document.attributes(of: index) where !attribute.isDuplicate {
            bytes.append(UInt8(ascii: " "))
            append(name: document.name(of: attribute))
            append("=\"")
            append(escaped: document.value(of: attribute), inAttribute: true)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func endTag(_ index: Int, _ node: HTMLNode) {
        openTag(Self.endTags, "</", index, node)
        bytes.append(UInt8(ascii: ">"))
    }

    /// Appends a tag up to its name, which is one of the `known` ones nearly always.
    private mutating func openTag(_ known: [[UInt8]], _ opening: StaticString, _ index: Int, _ node: HTMLNode) {
        if node.namespace == .html, node.shadowRoot == .none, node.name != .other {
            return bytes.append(contentsOf: known[Int(node.name.rawValue)])
        }
        append(opening)
        switch node.namespace {
        case .html: break
        case .svg: append("svg:")
        case .mathML: append("math:")
        }
        if node.shadowRoot != .none {
            bytes.append(contentsOf: HTMLTree.shadowRootName.utf8)
        } else if node.name == .other {
            append(name: Array(document.name(of: index).utf8)[...])
        } else {
            bytes.append(contentsOf: node.name.text.utf8)
        }
    }

    /// The beginning of the tags of each `TagName`, which all are names in XML too.
    private static let startTags = TagName.allCases.map { Array("<\($0.text)".utf8) }
    private static let endTags = TagName.allCases.map { Array("</\($0.text)".utf8) }

    private mutating func text(_ index: Int, _ node: HTMLNode) {
        guard node.kind == .text || node.kind == .cdata else { return }
        append(escaped: document.text(of: index), inAttribute: false)
    }

    private mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends a name; what cannot stand in one, or would declare a namespace, is spelled out.
    ///
    /// So is an underscore before an `x`: no two names become the same, which would be an attribute given twice.
    private mutating func append(name: ArraySlice<UInt8>) {
        if name.first != UInt8(ascii: "x"), name.allSatisfy(\.isASCIILetter) {
            return bytes.append(contentsOf: name)
        }
        if name.elementsEqual("xmlns".utf8) { bytes.append(UInt8(ascii: "_")) }
        for (position, byte) in name.enumerated() {
            let looksSpelled = byte == 0x5F && name.dropFirst(position + 1).first == UInt8(ascii: "x")
            if byte.isXMLNameByte(isFirst: position == 0), !looksSpelled {
                bytes.append(byte)
            } else {
                bytes.append(contentsOf: "_x\(String(byte, radix: 16))_".utf8)
            }
        }
    }

    /// Appends text; what XML cannot hold becomes U+FFFD.
    private mutating func append(escaped text: ArraySlice<UInt8>, inAttribute: Bool) {
        text.withUnsafeBufferPointer { text in
            var start = 0
            for index in text.indices {
                let byte = text[index]
                // Nearly all bytes are letters.
                guard byte <= UInt8(ascii: ">") || byte == 0xEF else { continue }
                guard let replacement = Self.replacement(text, index, inAttribute: inAttribute) else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
                append(replacement.text)
                start = index + replacement.length
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
        }
    }

    /// What to write in place of the bytes at an index, and how many they are.
    private static func replacement(
        _ text: UnsafeBufferPointer<UInt8>,
        _ index: Int,
        inAttribute: Bool
    ) -> (text: StaticString, length: Int)? {
        switch text[index] {
        case UInt8(ascii: "<"): return ("&lt;", 1)
        case UInt8(ascii: ">"): return ("&gt;", 1)
        case UInt8(ascii: "&"): return ("&amp;", 1)
        case UInt8(ascii: "\"") where inAttribute: return ("&quot;", 1)
        case 0x09 where inAttribute: return ("&#9;", 1)
        case 0x0A where inAttribute: return ("&#10;", 1)
        case 0x0D: return ("&#13;", 1)
        case 0x09, 0x0A: return nil
        case 0..<0x20: return ("\u{FFFD}", 1)
        case 0xEF: return isNoncharacter(text, index) ? ("\u{FFFD}", 3) : nil
        default: return nil
        }
    }

    /// U+FFFE and U+FFFF, which XML does not have.
    private static func isNoncharacter(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        index + 2 < text.endIndex && text[index + 1] == 0xBF && text[index + 2] >= 0xBE
    }
}

extension UInt8 {
    fileprivate var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

    fileprivate func isXMLNameByte(isFirst: Bool) -> Bool {
        if isASCIILetter { return true }
        if isFirst { return false }
        return self &- 0x30 < 10 || self == 0x2D || self == 0x2E || self == 0x5F
    }
}
