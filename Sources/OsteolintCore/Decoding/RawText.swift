/// The text of an element that holds no markup, in a search for `meta`; HTML Standard, sections 13.2.5.2 to 13.2.5.31.
enum RawText {
    /// Ends at the end tag of the element.
    case element(name: [UInt8])
    /// As before, but comments and tags named `script` in them can hide the end tag.
    case script
    /// Never ends.
    case plaintext

    /// The kind of text after a start tag; nil when markup follows. Scripting counts as off, so `noscript` holds markup.
    init?(startTag name: String) {
        switch name {
        case "title", "textarea", "style", "iframe", "xmp", "noembed", "noframes":
            self = .element(name: Array(name.utf8))
        case "script": self = .script
        case "plaintext": self = .plaintext
        default: return nil
        }
    }

    /// The index of the end tag's `<`, or nil when there is none.
    func end(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        switch self {
        case .element(let name): Self.endTag(name, in: bytes, from: start)
        case .script: Self.scriptEnd(in: bytes, from: start)
        case .plaintext: nil
        }
    }

    private static func endTag(_ name: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var search = start
        while let index = bytes[search...].firstIndex(of: UInt8(ascii: "<")) {
            if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "/"), isName(name, in: bytes, at: index + 2) {
                return index
            }
            search = index + 1
        }
        return nil
    }

    /// Whether a tag name stands at an index, with something behind it that ends it.
    private static func isName(_ name: [UInt8], in bytes: UnsafeRawBufferPointer, at index: Int) -> Bool {
        let end = index + name.count
        guard end < bytes.count, name.elementsEqual(bytes[index..<end].lazy.map(ASCII.lowercase)) else { return false }
        return ASCII.isWhitespace(bytes[end]) || bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: ">")
    }

    private enum ScriptState {
        case plain, escaped, doubleEscaped
    }

    private static let scriptName = Array("script".utf8)

    private static func scriptEnd(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var state = ScriptState.plain
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "<"):
                let isEndTag = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
                let isScript = isName(scriptName, in: bytes, at: index + (isEndTag ? 2 : 1))
                if isScript, isEndTag, state != .doubleEscaped { return index }
                if isScript, state == (isEndTag ? .doubleEscaped : .escaped) {
                    state = isEndTag ? .escaped : .doubleEscaped
                } else if state == .plain, bytes[index...].starts(with: "<!--".utf8) {
                    state = .escaped
                    // The two hyphens can be part of `-->`.
                    index += 1
                }
            case UInt8(ascii: "-") where bytes[index...].starts(with: "-->".utf8): state = .plain
            default: break
            }
            index += 1
        }
        return nil
    }
}
