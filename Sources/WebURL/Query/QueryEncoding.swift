/// How a page's character encoding writes the text of a query.
///
/// Browsers write the query of a `http`, `https`, `ftp` or `file` URL in the encoding of the page that holds the
/// URL. An encoding is given as one function over the whole text, because encodings such as ISO-2022-JP carry
/// state from one character to the next.
public struct QueryEncoding {
    /// A part of an encoder's result.
    public enum Piece: Sendable, Hashable {
        /// Bytes of the encoding.
        case bytes([UInt8])
        /// A scalar that the encoding cannot express, written as `%26%23…%3B` with its decimal number.
        case unencodable(Unicode.Scalar)
    }

    private let encodeText: (String) -> [Piece]

    /// An encoding that sees the whole text.
    ///
    /// - Parameter encode: gives what the encoding makes of a text, in order.
    public init(_ encode: @escaping (String) -> [Piece]) {
        encodeText = encode
    }

    /// An encoding without state.
    ///
    /// - Parameter encode: gives the bytes of one scalar, or nil where the encoding has none.
    public init(scalar encode: @escaping (Unicode.Scalar) -> [UInt8]?) {
        encodeText = { text in
            text.unicodeScalars.map { scalar in encode(scalar).map(Piece.bytes) ?? .unencodable(scalar) }
        }
    }

    /// The text in this encoding, with bytes in the set percent-encoded
    /// (URL Standard, "percent-encode after encoding").
    func percentEncode(_ text: String, _ set: PercentEncodeSet) -> String {
        encodeText(text).reduce(into: "") { result, piece in
            switch piece {
            case .bytes(let bytes): result += PercentEncoding.encode(bytes, set)
            case .unencodable(let scalar): result += "%26%23\(scalar.value)%3B"
            }
        }
    }
}
