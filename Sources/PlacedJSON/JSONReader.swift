/// Reads one JSON text (RFC 8259) value by value, so that nothing of it has to be held; `JSONWriter`'s counterpart.
///
/// A decoder would hold a table of all values beside the report, and could not say where a fault is.
public struct JSONReader {
    /// What a value is.
    public enum Kind: String {
        /// Members in braces.
        case object = "an object"
        /// Items in brackets.
        case array = "a list"
        /// A text in quotation marks.
        case text = "a text"
        /// A number.
        case number = "a number"
        /// One of the two words.
        case boolean = "true or false"
        /// The word for nothing.
        case null
    }

    private enum Step {
        /// Inside of an object, at a member; nil before the first.
        case member(String?)
        /// Inside of an array, at an item; -1 before the first.
        case item(Int)
    }

    private static let deepest = 256

    private var scanner: JSONScanner
    private var steps: [Step] = []

    /// Begins at the start of a text, whose bytes must outlive the reader.
    public init(_ bytes: UnsafeRawBufferPointer) {
        scanner = JSONScanner(bytes)
    }

    /// What comes next.
    public mutating func kind() throws(JSONFault) -> Kind {
        switch scanner.peek() {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .text
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "-"): return .number
        case let byte? where UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte: return .number
        case nil: throw fault("ends where a value should stand; was it written to its end?")
        default: throw fault("a value should stand here")
        }
    }

    // MARK: Objects and arrays

    /// Goes into an object, of which `nextMember` then names one member after the other.
    public mutating func beginObject() throws(JSONFault) {
        try expect(.object)
        try enter(.member(nil))
    }

    /// The name of the object's next member, whose value has to be read or skipped; nil at the object's end.
    public mutating func nextMember() throws(JSONFault) -> String? {
        guard case .member(let last)? = steps.last else { preconditionFailure("an object has been begun") }
        if scanner.take(UInt8(ascii: "}")) {
            steps.removeLast()
            return nil
        }
        if last != nil { try take(UInt8(ascii: ","), "a comma or the object's end") }
        guard scanner.peek() == UInt8(ascii: "\"") else { throw fault("a member's name should stand here") }
        let name = try scannedText()
        steps[steps.count - 1] = .member(name)
        try take(UInt8(ascii: ":"), "a colon")
        return name
    }

    /// Goes into an array, of which `nextItem` then goes to one item after the other.
    public mutating func beginArray() throws(JSONFault) {
        try expect(.array)
        try enter(.item(-1))
    }

    /// Whether there is another item, which then has to be read or skipped.
    public mutating func nextItem() throws(JSONFault) -> Bool {
        guard case .item(let last)? = steps.last else { preconditionFailure("an array has been begun") }
        if scanner.take(UInt8(ascii: "]")) {
            steps.removeLast()
            return false
        }
        if last >= 0 { try take(UInt8(ascii: ","), "a comma or the list's end") }
        steps[steps.count - 1] = .item(last + 1)
        return true
    }

    /// A whole list.
    public mutating func list<Item>(_ item: (inout JSONReader) throws(JSONFault) -> Item) throws(JSONFault) -> [Item] {
        var items: [Item] = []
        try beginArray()
        while try nextItem() { items.append(try item(&self)) }
        return items
    }

    /// Makes sure that nothing stands behind the text's one value.
    public mutating func end() throws(JSONFault) {
        guard scanner.peek() == nil else { throw fault("something stands behind the JSON text") }
    }

    // MARK: Values

    /// A text.
    public mutating func text() throws(JSONFault) -> String {
        try expect(.text)
        return try scannedText()
    }

    /// A text with its places in the bytes.
    public mutating func placedText() throws(JSONFault) -> PlacedText {
        try expect(.text)
        do throws(JSONScanner.Fault) { return try scanner.placedText() } catch { throw fault(error.rawValue) }
    }

    /// A text, or nil for `null`.
    public mutating func textOrNull() throws(JSONFault) -> String? {
        try takesNull() ? nil : try text()
    }

    /// One of the words that something may be.
    public mutating func word<Word: RawRepresentable<String>>(_ type: Word.Type = Word.self) throws(JSONFault) -> Word {
        try expect(.text)
        let start = scanner
        let text = try scannedText()
        guard let word = Word(rawValue: text) else {
            throw start.fault(at: path, "is `\(Self.shown(text))`, which this osteolint does not know")
        }
        return word
    }

    /// One of the words that something may be, or nil for `null`.
    public mutating func wordOrNull<Word: RawRepresentable<String>>() throws(JSONFault) -> Word? {
        try takesNull() ? nil : try word()
    }

    /// A whole number in a range.
    public mutating func integer(_ range: ClosedRange<Int>) throws(JSONFault) -> Int {
        try expect(.number)
        let start = scanner
        guard let number = try scannedNumber(), range.contains(number) else {
            throw start.fault(at: path, "is no whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// A whole number in a range, or nil for `null`.
    public mutating func integerOrNull(_ range: ClosedRange<Int>) throws(JSONFault) -> Int? {
        try takesNull() ? nil : try integer(range)
    }

    /// True or false.
    public mutating func boolean() throws(JSONFault) -> Bool {
        try expect(.boolean)
        if scanner.take(word: "true") { return true }
        if scanner.take(word: "false") { return false }
        throw fault("a value should stand here")
    }

    /// Whether `null` comes next, which is then behind the reader.
    public mutating func takesNull() throws(JSONFault) -> Bool {
        guard try kind() == .null else { return false }
        guard scanner.take(word: "null") else { throw fault("a value should stand here") }
        return true
    }

    /// Passes over a value, whatever it is.
    public mutating func skip() throws(JSONFault) {
        switch try kind() {
        case .object:
            try beginObject()
            while try nextMember() != nil { try skip() }
        case .array:
            try beginArray()
            while try nextItem() { try skip() }
        case .text: _ = try scannedText()
        case .number: _ = try scannedNumber()
        case .boolean: _ = try boolean()
        case .null: _ = try takesNull()
        }
    }

    // MARK: Faults

    /// What a member said, which must have been there.
    public func needed<Value>(_ value: Value?, _ name: String) throws(JSONFault) -> Value {
        guard let value else { throw fault("has no `\(name)`") }
        return value
    }

    /// A fault of the member that the reader is at, at the place before the next value.
    public func fault(_ message: String) -> JSONFault { scanner.fault(at: path, message) }

    /// The member or item that the reader is at, such as `findings[12].line`.
    public var path: String {
        steps.reduce(into: "") { path, step in
            switch step {
            case .member(let name?): path += (path.isEmpty ? "" : ".") + Self.shown(name)
            case .item(let index) where index >= 0: path += "[\(index)]"
            case .member(nil), .item: break
            }
        }
    }

    /// A text of the file as a message may show it: of a long one the beginning.
    private static func shown(_ text: String) -> String {
        let longest = 40
        let start = text.unicodeScalars.prefix(longest + 1)
        guard start.count > longest else { return text }
        return String(start.prefix(longest)) + "…"
    }

    private mutating func expect(_ expected: Kind) throws(JSONFault) {
        let found = try kind()
        guard found == expected else {
            throw fault("should be \(expected.rawValue), and is \(found.rawValue)")
        }
    }

    private mutating func take(_ byte: UInt8, _ name: String) throws(JSONFault) {
        guard !scanner.take(byte) else { return }
        throw fault(
            scanner.peek() == nil ? "ends in the middle; was it written to its end?" : "\(name) should stand here")
    }

    private mutating func enter(_ step: Step) throws(JSONFault) {
        guard steps.count < Self.deepest else { throw fault("is nested more than \(Self.deepest) deep") }
        scanner.advance()
        steps.append(step)
    }

    private mutating func scannedText() throws(JSONFault) -> String {
        do throws(JSONScanner.Fault) { return try scanner.text() } catch { throw fault(error.rawValue) }
    }

    private mutating func scannedNumber() throws(JSONFault) -> Int? {
        do throws(JSONScanner.Fault) { return try scanner.number() } catch { throw fault(error.rawValue) }
    }
}
