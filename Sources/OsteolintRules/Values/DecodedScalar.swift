import OsteolintCore

/// A character of a parameter's value, and where it is written in the URL.
struct DecodedScalar {
    /// Where it is written, in `URLInput.bytes`; three bytes for one that is percent-encoded.
    let indices: Range<Int>

    /// Finds a character by its position in the value, counted from zero.
    init?(at position: Int, of parameter: EmbedParameter, in url: EmbedURL) {
        let value = parameter.valueIndices
        let offset = parameter.value.unicodeScalars.prefix(position).reduce(0) { $0 + UTF8.width($1) }
        var starts: [Int] = []
        var index = value.lowerBound
        while index < value.upperBound {
            starts.append(index)
            index += Self.isEscape(url.input.bytes[index..<value.upperBound]) ? 3 : 1
        }
        starts.append(value.upperBound)
        guard offset + 1 < starts.count, let scalar = parameter.value.unicodeScalars.dropFirst(position).first else {
            return nil
        }
        indices = starts[offset]..<starts[min(offset + UTF8.width(scalar), starts.count - 1)]
    }

    private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.first == UInt8(ascii: "%"), bytes.count > 2 else { return false }
        return bytes.dropFirst().prefix(2).allSatisfy { ObjectID.isDigit(Unicode.Scalar($0)) }
    }
}
