/// The Windows drive letters that `file` URLs know (URL Standard, section 4.2).
enum WindowsDriveLetter {
    /// Whether the text is one letter with `:` or `|` behind it.
    static func isDriveLetter(_ text: some Collection<UInt8>) -> Bool {
        text.count == 2 && text.first?.isASCIILetter == true && isMark(text.dropFirst().first)
    }

    /// Whether the text is one letter with `:` behind it.
    static func isNormalized(_ text: some Collection<UInt8>) -> Bool {
        isDriveLetter(text) && text.dropFirst().first == .colon
    }

    /// Whether the text begins with a drive letter that nothing, a slash, a `?` or a `#` follows.
    static func begins(_ text: some Collection<UInt8>) -> Bool {
        guard isDriveLetter(text.prefix(2)) else { return false }
        switch text.dropFirst(2).first {
        case nil, .slash?, .backslash?, .questionMark?, .numberSign?: return true
        default: return false
        }
    }

    /// A drive letter with its `|` written as `:`, and any other segment as it is.
    static func normalized(_ segment: String) -> String {
        guard isDriveLetter(segment.utf8) else { return segment }
        return segment.prefix(1) + ":"
    }

    private static func isMark(_ byte: UInt8?) -> Bool {
        byte == .colon || byte == .verticalBar
    }
}
