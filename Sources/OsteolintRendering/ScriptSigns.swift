/// Tells whether a page runs any script, which is why it would look otherwise once it is rendered.
public enum ScriptSigns {
    /// Whether there is a `script` element, a `javascript:` URL or an attribute that may be an event handler.
    ///
    /// - Parameter bytes: the page as stored.
    /// - Returns: true also where it is only likely.
    public static func areIn(_ bytes: UnsafeRawBufferPointer) -> Bool {
        // In UTF-16, a zero stands between the letters.
        guard !bytes.prefix(1024).contains(0) else { return true }
        var offset = 0
        while offset + 3 < bytes.count {
            defer { offset += 1 }
            switch bytes[offset] | 0x20 {
            case UInt8(ascii: "<"): if isWord(bytes, offset + 1, "script") { return true }
            case UInt8(ascii: "j"): if isWord(bytes, offset, "javascript:") { return true }
            case UInt8(ascii: "o"): if isHandler(bytes, offset) { return true }
            default: break
            }
        }
        return false
    }

    private static func isWord(_ bytes: UnsafeRawBufferPointer, _ offset: Int, _ word: StaticString) -> Bool {
        guard offset + word.utf8CodeUnitCount <= bytes.count else { return false }
        return word.withUTF8Buffer { word in
            word.indices.allSatisfy { bytes[offset + $0] | 0x20 == word[$0] }
        }
    }

    /// Whether an attribute such as `onload` begins here: letters, then an equals sign.
    private static func isHandler(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Bool {
        guard offset > 0, !isLetter(bytes[offset - 1]), bytes[offset + 1] | 0x20 == UInt8(ascii: "n") else {
            return false
        }
        var end = offset + 2
        while end < bytes.count, end < offset + 40, isLetter(bytes[end]) { end += 1 }
        while end < bytes.count, bytes[end] == 0x20 || 0x09...0x0D ~= bytes[end] { end += 1 }
        return end < bytes.count && bytes[end] == UInt8(ascii: "=")
    }

    private static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }
}
