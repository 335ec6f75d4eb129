/// The words of a line as Apache takes them: quoted by `"` or `'`, in which a backslash stands before a quote or another
/// backslash.
enum ApacheWords {
    /// The words of a line, in order; a quote that is not closed ends with the line.
    static func read(_ line: ValueText) -> [ValueText] {
        var words: [ValueText] = []
        var position = 0
        while position < line.bytes.count {
            if ValueText.isSpace(line.bytes[position]) {
                position += 1
            } else {
                words.append(word(of: line, at: &position))
            }
        }
        return words
    }

    private static func word(of line: ValueText, at position: inout Int) -> ValueText {
        let first = line.bytes[position]
        let quote = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") ? first : nil
        if quote != nil { position += 1 }
        var word = ValueText()
        while position < line.bytes.count {
            let byte = line.bytes[position]
            let source = line.sources[position]
            if quote.map({ $0 == byte }) ?? ValueText.isSpace(byte) {
                if quote != nil { position += 1 }
                return word
            }
            position += 1
            let next = position < line.bytes.count ? line.bytes[position] : nil
            if byte == UInt8(ascii: "\\"), let next, next == byte || next == quote {
                word.append(next, source.lowerBound..<line.sources[position].upperBound)
                position += 1
            } else {
                word.append(byte, source)
            }
        }
        return word
    }
}
