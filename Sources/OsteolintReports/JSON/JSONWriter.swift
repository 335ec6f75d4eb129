/// Writes one JSON text (RFC 8259) value by value, so that nothing of it has to be held.
///
/// A report may have a hundred thousand findings; an encoder would hold all of them as a tree of objects.
public final class JSONWriter {
    /// How a text is laid out.
    public enum Layout: Sendable {
        /// A member a line, indented by two spaces a level.
        case lines
        /// No white space at all.
        case compact
        /// No white space, and neither `<`, `>` nor `&`, so that it can stand in an HTML `script` element.
        case inMarkup
    }

    private let output: ReportStream
    private let layout: Layout
    /// Whether each member is to have a line of its own.
    private var isLaidOut: Bool
    private let isInMarkup: Bool
    private var depth = 0
    /// Whether the object or array being written has nothing in it yet.
    private var isEmpty = true

    /// Makes a writer of one text.
    public init(to output: ReportStream, layout: Layout = .lines) {
        self.output = output
        self.layout = layout
        isLaidOut = if case .lines = layout { true } else { false }
        isInMarkup = if case .inMarkup = layout { true } else { false }
    }

    /// Writes an object as the whole text, with a line feed at its end where the text has lines.
    public func document(_ members: () -> Void) {
        write("{", members, "}")
        if case .lines = layout { output.write(UInt8(ascii: "\n")) }
    }

    /// Writes an array as the whole text, with a line feed at its end where the text has lines.
    public func document<Items: Sequence>(_ items: Items, _ item: (Items.Element) -> Void) {
        write("[", { for each in items { item(each) } }, "]")
        if case .lines = layout { output.write(UInt8(ascii: "\n")) }
    }

    /// Writes a member that is an object.
    public func object(_ name: StaticString, _ members: () -> Void) {
        begin(name)
        write("{", members, "}")
    }

    /// Writes an item of an array that is an object.
    public func object(_ members: () -> Void) {
        separate()
        write("{", members, "}")
    }

    /// Writes an item of an array that is an object, all of it on one line.
    ///
    /// Of a hundred thousand items with many members each, most bytes would be indentation otherwise.
    public func line(_ members: () -> Void) {
        separate()
        let isUsuallyLaidOut = isLaidOut
        isLaidOut = false
        write("{", members, "}")
        isLaidOut = isUsuallyLaidOut
    }

    /// Writes a member that is an array.
    public func array<Items: Sequence>(_ name: StaticString, _ items: Items, _ item: (Items.Element) -> Void) {
        begin(name)
        write("[", { for each in items { item(each) } }, "]")
    }

    /// Writes an item of an array that is an array.
    public func array<Items: Sequence>(_ items: Items, _ item: (Items.Element) -> Void) {
        separate()
        write("[", { for each in items { item(each) } }, "]")
    }

    /// Writes a member that is an array of texts.
    public func member(_ name: StaticString, _ texts: [String]) {
        array(name, texts) { item($0) }
    }

    /// Writes a member; nil as `null`.
    public func member(_ name: StaticString, _ text: String?) {
        begin(name)
        value(text)
    }

    /// Writes a member; nil as `null`.
    public func member(_ name: StaticString, _ number: Int?) {
        begin(name)
        output.write(number.map { String($0) } ?? "null")
    }

    /// Writes a member; nil as `null`. The number is finite.
    public func member(_ name: StaticString, _ number: Double?) {
        begin(name)
        output.write(number.map { String($0) } ?? "null")
    }

    /// Writes a member.
    public func member(_ name: StaticString, _ isTrue: Bool) {
        begin(name)
        output.write(isTrue ? "true" : "false")
    }

    /// Writes an item of an array; nil as `null`.
    public func item(_ text: String?) {
        separate()
        value(text)
    }

    /// Writes an item of an array.
    public func item(_ number: Int) {
        separate()
        output.write(String(number))
    }

    private func begin(_ name: StaticString) {
        separate()
        output.write(UInt8(ascii: "\""))
        name.withUTF8Buffer { output.write($0) }
        output.write(isLaidOut ? "\": " : "\":")
    }

    private func separate() {
        if !isEmpty { output.write(UInt8(ascii: ",")) }
        isEmpty = false
        if depth > 0 { breakLine() }
    }

    private func write(_ start: String, _ content: () -> Void, _ end: String) {
        output.write(start)
        depth += 1
        isEmpty = true
        content()
        depth -= 1
        if !isEmpty { breakLine() }
        isEmpty = false
        output.write(end)
    }

    private func breakLine() {
        guard isLaidOut else { return }
        output.write(UInt8(ascii: "\n"))
        for _ in 0..<depth {
            output.write(UInt8(ascii: " "))
            output.write(UInt8(ascii: " "))
        }
    }

    private func value(_ text: String?) {
        guard var text else { return output.write("null") }
        output.write(UInt8(ascii: "\""))
        text.withUTF8 { writeEscaped($0) }
        output.write(UInt8(ascii: "\""))
    }

    /// Writes what needs no escape in one piece each, since most of a text needs none.
    private func writeEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while index < bytes.count {
            guard !isPlain(bytes[index]) else {
                index += 1
                continue
            }
            let length = Self.length(ofScalarFrom: bytes[index])
            let scalar = UnsafeBufferPointer(rebasing: bytes[index..<min(index + length, bytes.count)])
            index += length
            guard let escape = escape(of: scalar) else { continue }
            output.write(UnsafeBufferPointer(rebasing: bytes[start..<(index - length)]))
            output.write(escape)
            start = index
        }
        output.write(UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    private func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
            && !(isInMarkup && Self.isMarkup(byte))
    }

    private static func isMarkup(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
    }

    /// How many bytes of UTF-8 a scalar has that begins with a byte (RFC 3629, 3).
    private static func length(ofScalarFrom byte: UInt8) -> Int {
        switch byte {
        case ..<0x80: 1
        case ..<0xE0: 2
        case ..<0xF0: 3
        default: 4
        }
    }

    /// What stands for a scalar in a text (RFC 8259, 7); nil where it stands for itself.
    private func escape(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
        switch bytes[0] {
        case UInt8(ascii: "\""): return "\\\""
        case UInt8(ascii: "\\"): return "\\\\"
        case UInt8(ascii: "\n"): return "\\n"
        case UInt8(ascii: "\t"): return "\\t"
        case UInt8(ascii: "\r"): return "\\r"
        case let byte where byte < 0x80: return Self.escape(UInt16(byte))
        default:
            // What a terminal would obey or hide is escaped too, since the text may be shown in one.
            let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
            return VisibleText.isHidden(scalar) ? scalar.utf16.map(Self.escape).joined() : nil
        }
    }

    private static func escape(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16, uppercase: true)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
