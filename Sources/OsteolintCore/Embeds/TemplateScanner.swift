/// Finds template engines' expressions in a text, in time that grows with its length only.
struct TemplateScanner {
    private let bytes: [UInt8]
    /// Closing delimiters that do not occur any more.
    private var absent: Set<[UInt8]> = []
    /// The closing brace or parenthesis of each opening one, by index.
    private var partners: [Int: Int]?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The expressions in order; one that is never closed is none.
    var expressions: [TemplateExpression] {
        mutating get {
            var found: [TemplateExpression] = []
            var index = 0
            while index < bytes.count {
                let expression = expression(at: index)
                if let expression { found.append(expression) }
                index = expression?.range.upperBound ?? index + 1
            }
            return found
        }
    }

    /// The language of an expression that begins and is cut off, as by a quote in it that ended the attribute:
    /// `{{ user[`.
    var languageOfCutOff: TemplateLanguage? {
        for index in bytes.indices {
            // Brackets and asterisks alone are too common to count without their closing ones.
            let opening = TemplateDelimiters.opening(at: index, in: bytes).first { _ in
                bytes[index] != UInt8(ascii: "*")
            }
            if let opening, index == 0 || bytes[index] != UInt8(ascii: "[") { return opening.language }
        }
        return nil
    }

    private mutating func expression(at index: Int) -> TemplateExpression? {
        for delimiters in TemplateDelimiters.opening(at: index, in: bytes) {
            guard let end = end(of: delimiters, openedAt: index) else { continue }
            return TemplateExpression(language: delimiters.language, range: index..<end)
        }
        return nil
    }

    private mutating func end(of delimiters: TemplateDelimiters, openedAt index: Int) -> Int? {
        let inside = index + delimiters.opening.count
        switch delimiters.ending {
        case .balanced: return partner(of: inside - 1).map { $0 + 1 }
        case .text(let closing):
            guard !absent.contains(closing) else { return nil }
            let start = (inside..<bytes.count).first { bytes[$0...].starts(with: closing) }
            if start == nil { absent.insert(closing) }
            return start.map { $0 + closing.count }
        }
    }

    private mutating func partner(of index: Int) -> Int? {
        let known = partners ?? pairs()
        partners = known
        return known[index]
    }

    private func pairs() -> [Int: Int] {
        var pairs: [Int: Int] = [:]
        var open: (braces: [Int], parentheses: [Int]) = ([], [])
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "{"): open.braces.append(index)
            case UInt8(ascii: "("): open.parentheses.append(index)
            case UInt8(ascii: "}"): if let start = open.braces.popLast() { pairs[start] = index }
            case UInt8(ascii: ")"): if let start = open.parentheses.popLast() { pairs[start] = index }
            default: break
            }
        }
        return pairs
    }
}
