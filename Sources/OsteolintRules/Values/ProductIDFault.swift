import OsteolintCore

/// What is wrong with the value of a `productId`.
struct ProductIDFault {
    let message: String
    /// The character that is the fault, as a position in the value counted from zero; nil when it is the whole value.
    let position: Int?

    /// Judges a value; nil when it is 24 hexadecimal digits, or a template that is still to be filled in.
    init?(_ parameter: EmbedParameter, in rendering: Rendering) {
        if let placeholder = parameter.placeholder, placeholder != .stockWord {
            guard !placeholder.isExpected(in: rendering) else { return nil }
            self.init(PlaceholderWording.message(parameter, placeholder))
            return
        }
        self.init(Array(parameter.value.unicodeScalars))
    }

    private init(_ message: String, at position: Int? = nil) {
        self.message = message
        self.position = position
    }

    private init?(_ value: [Unicode.Scalar]) {
        let wrong = value.indices.filter { !ObjectID.isDigit(value[$0]) }
        guard let first = wrong.first else {
            self.init(digits: value)
            return
        }
        if let known = Self.nameOfOtherKind(value, wrongCount: wrong.count) {
            self.init("productId is \(known), not a channel's id of 24 hexadecimal digits")
            return
        }
        let character = "\(Quoted.scalar(value[first])) at position \(first + 1)"
        if value.count == ObjectID.length {
            let others = wrong.count > 1 ? ", and \(wrong.count - 1) more" : ""
            self.init("productId has \(character), which is no hexadecimal digit\(others)", at: first)
        } else if value.count - wrong.count == ObjectID.length {
            self.init("productId has \(character) besides its 24 hexadecimal digits", at: first)
        } else {
            let count = "\(value.count) characters instead of 24 hexadecimal digits"
            self.init("productId has \(count), and \(character), which is no such digit")
        }
    }

    private init?(digits: [Unicode.Scalar]) {
        if digits.allSatisfy({ $0 == "0" }) {
            self.init("productId is nothing but zeros, which is no channel's id")
            return
        }
        guard digits.count != ObjectID.length else { return nil }
        if digits.count == 32 {
            self.init("productId is a UUID without its hyphens, not a channel's id of 24 hexadecimal digits")
            return
        }
        let count = digits.count == 1 ? "1 hexadecimal digit" : "\(digits.count) hexadecimal digits"
        self.init("productId has \(count) instead of 24")
    }

    /// What a value is that was not meant as an `ObjectId` at all.
    private static func nameOfOtherKind(_ value: [Unicode.Scalar], wrongCount: Int) -> String? {
        let text = String(String.UnicodeScalarView(value))
        let digits = value.filter(ObjectID.isDigit)
        let isGrouped = text.split(separator: "-", omittingEmptySubsequences: false).map(\.count) == [8, 4, 4, 4, 12]
        if isGrouped && digits.count == 32 { return "a UUID" }
        if text.lowercased().hasPrefix("0x") { return "a number with `0x` in front" }
        if text.contains("://") || text.hasPrefix("/") { return "an address" }
        let letters = value.filter { $0.properties.isAlphabetic && !ObjectID.isDigit($0) }
        // One or two wrong letters are typing errors; words have more.
        guard letters.count > 2, digits.count != ObjectID.length else { return nil }
        let isSlug = value.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
        }
        if isSlug { return "a name or slug, \(Quoted.text(text))" }
        return value.contains(" ") ? "a title, \(Quoted.text(text))" : nil
    }
}
