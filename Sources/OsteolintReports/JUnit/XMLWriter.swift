/// Writes an XML 1.0 document element by element, so that nothing of it has to be held.
///
/// What a terminal would obey or hide is shown as `\u{…}`, and so is every character that XML forbids (section 2.2),
/// which not even a reference may stand for.
struct XMLWriter {
    private let output: ReportStream

    /// Makes a writer, and writes the declaration.
    init(to output: ReportStream) {
        self.output = output
        output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    /// Writes an element that holds elements, a line for each tag.
    func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ content: () -> Void) {
        begin(name, attributes)
        output.write(">\n")
        content()
        end(name)
    }

    /// Writes an element that holds nothing.
    func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
        begin(name, attributes)
        output.write("/>\n")
    }

    /// Writes an element that holds text, which is written without any white space around it.
    func text(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ content: () -> Void) {
        begin(name, attributes)
        output.write(UInt8(ascii: ">"))
        content()
        end(name)
    }

    /// Writes text into an element that holds text; line feeds are shown like other control characters.
    func write(_ text: String) {
        var text = text
        let isWritten = text.withUTF8 { bytes in
            guard bytes.allSatisfy(Self.isPlain) else { return false }
            output.write(bytes)
            return true
        }
        if !isWritten { for scalar in text.unicodeScalars { write(scalar) } }
    }

    /// Ends a line in an element that holds text.
    func breakLine() {
        output.write(UInt8(ascii: "\n"))
    }

    private func begin(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
        output.write(UInt8(ascii: "<"))
        name.withUTF8Buffer { output.write($0) }
        for (attribute, value) in attributes {
            output.write(UInt8(ascii: " "))
            attribute.withUTF8Buffer { output.write($0) }
            output.write("=\"")
            write(value)
            output.write(UInt8(ascii: "\""))
        }
    }

    private func end(_ name: StaticString) {
        output.write("</")
        name.withUTF8Buffer { output.write($0) }
        output.write(">\n")
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
            && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "\"")
    }

    private func write(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "<": output.write("&lt;")
        case ">": output.write("&gt;")
        case "&": output.write("&amp;")
        case "\"": output.write("&quot;")
        case "\u{FFFE}", "\u{FFFF}": output.write(VisibleText.escape(scalar))
        case _ where VisibleText.isHidden(scalar): output.write(VisibleText.escape(scalar))
        default: for byte in scalar.utf8 { output.write(byte) }
        }
    }
}
