extension JSONWriter {
    /// Writes a *message* of plain text (SARIF, section 3.11.3).
    ///
    /// Braces stay what they are: readers look for placeholders only where there are `arguments`, and show doubled
    /// braces as two.
    func message(_ text: String, as name: StaticString = "message") {
        object(name) { member("text", SARIFMessage.plain(text)) }
    }
}

/// What a text must not hold to be a plain text message.
enum SARIFMessage {
    /// The text, with a backslash before its brackets where some of it would be read as a link (section 3.11.6).
    static func plain(_ text: String) -> String {
        guard holdsLink(text) else { return text }
        return text.unicodeScalars.reduce(into: "") { result, scalar in
            if scalar == "[" || scalar == "]" || scalar == "\\" { result.append("\\") }
            result.unicodeScalars.append(scalar)
        }
    }

    private static func holdsLink(_ text: String) -> Bool {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if previous == UInt8(ascii: "]"), byte == UInt8(ascii: "(") { return true }
            previous = byte
        }
        return false
    }
}
