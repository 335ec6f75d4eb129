/// Finds the names and values in a URL, those too that a browser does not see because of a wrong separator.
struct EmbedFieldSplitter {
    private let parts: URLParts

    init(_ parts: URLParts) {
        self.parts = parts
    }

    /// The fields of the query in order, then those behind `#`.
    var fields: [EmbedField] { fieldsOfQuery + fieldsOfFragment }

    private var input: URLInput { parts.input }

    private var fieldsOfQuery: [EmbedField] {
        guard let query = parts.query else { return [] }
        return split(query, at: UInt8(ascii: "&")).flatMap(fieldsJoinedWrongly)
    }

    /// A field, and those of Osteocom's parameters that `;` or another `?` has made a part of its value.
    private func fieldsJoinedWrongly(_ piece: Range<Int>) -> [EmbedField] {
        guard let equals = parts.firstIndex(of: UInt8(ascii: "="), in: piece) else {
            return [field(piece, carrier: .query, separator: nil)]
        }
        let joints = ((equals + 1)..<piece.upperBound).filter(isJoint)
        let starts = [piece.lowerBound] + joints.map { $0 + 1 }
        let ends = joints + [piece.upperBound]
        return zip(starts, ends).enumerated().map { order, bounds in
            order == 0
                ? field(bounds.0..<bounds.1, carrier: .query, separator: nil)
                : field(bounds.0..<bounds.1, carrier: .semicolon, separator: bounds.0 - 1)
        }
    }

    /// Whether a `;` or `?` stands before a name that can only be one of Osteocom's parameters or a secret, and its `=`.
    private func isJoint(_ index: Int) -> Bool {
        guard ";?".utf8.contains(input.bytes[index]), !parts.isTemplate(index) else { return false }
        let rest = (index + 1)..<input.bytes.count
        guard let end = rest.first(where: { "&;?#=".utf8.contains(input.bytes[$0]) }),
            input.bytes[end] == UInt8(ascii: "=")
        else { return false }
        let name = EmbedField.decode(input.text(index + 1..<end))
        return SecretParameter.isNameOfSecret(name) || ParameterSpelling(name)?.isCertain == true
    }

    /// The names and values behind `#`, also in the forms `#?name=value` and `#/path?name=value`.
    private var fieldsOfFragment: [EmbedField] {
        guard let fragment = parts.fragment else { return [] }
        let mark = fragment.lowerBound - 1
        let question = parts.firstIndex(of: UInt8(ascii: "?"), in: fragment)
        let start = question.map { $0 + 1 } ?? fragment.lowerBound
        return split(start..<fragment.upperBound, at: UInt8(ascii: "&"))
            .flatMap(fieldsJoinedWrongly)
            .filter { $0.nameIndices.upperBound < $0.valueIndices.lowerBound }
            .map { field($0.nameIndices.lowerBound..<$0.valueIndices.upperBound, carrier: .fragment, separator: mark) }
    }

    private func field(_ piece: Range<Int>, carrier: EmbedField.Carrier, separator: Int?) -> EmbedField {
        let equals = parts.firstIndex(of: UInt8(ascii: "="), in: piece)
        let name = piece.lowerBound..<(equals ?? piece.upperBound)
        let value = (equals.map { $0 + 1 } ?? piece.upperBound)..<piece.upperBound
        return EmbedField(input, name: name, value: value, carrier: carrier, separator: separator)
    }

    /// The pieces that have any byte.
    private func split(_ range: Range<Int>, at separator: UInt8) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let end = parts.firstIndex(of: separator, in: start..<range.upperBound) ?? range.upperBound
            if start < end { pieces.append(start..<end) }
            start = end + 1
        }
        return pieces
    }
}
