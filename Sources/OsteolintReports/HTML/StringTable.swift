/// Texts that stand in many places and are written once.
struct StringTable {
    /// A text by its bytes: canonically equal texts look the same, but to hash them so takes much longer.
    private struct Key: Hashable {
        let text: String

        static func == (left: Key, right: Key) -> Bool {
            var (left, right) = (left.text, right.text)
            guard left.utf8.count == right.utf8.count else { return false }
            return left.withUTF8 { left in right.withUTF8 { left.elementsEqual($0) } }
        }

        func hash(into hasher: inout Hasher) {
            var text = text
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }

    /// The texts in the order of their numbers.
    private(set) var texts: [String] = []
    private var numbers: [Key: Int] = [:]

    /// The number of a text, counted from zero.
    mutating func number(of text: String) -> Int {
        let number = Self.number(in: &numbers[Key(text: text), default: -1], next: texts.count)
        if number == texts.count { texts.append(text) }
        return number
    }

    /// Fills in an entry that is new, so that the text is hashed once.
    private static func number(in entry: inout Int, next: Int) -> Int {
        if entry < 0 { entry = next }
        return entry
    }

    /// The number of a text; −1 for none.
    mutating func number(of text: String?) -> Int {
        text.map { number(of: $0) } ?? -1
    }
}
