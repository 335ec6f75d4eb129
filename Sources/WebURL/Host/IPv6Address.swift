/// An IPv6 address (URL Standard, sections 3.1 and 3.5).
public struct IPv6Address: Sendable, Hashable {
    /// The eight pieces of 16 bits, from the first to the last.
    public let pieces: [UInt16]

    /// Reads an address without its brackets, or gives nil where the text is none.
    init?(_ text: some Collection<UInt8>) {
        var parser = IPv6Parser(text)
        guard let pieces = parser.parse() else { return nil }
        self.pieces = pieces
    }

    /// The longest run of two or more pieces that are zero; of equal ones the first.
    private var compressedRange: Range<Int>? {
        var longest = 0..<1
        var start = 0
        for (index, piece) in pieces.enumerated() {
            guard piece == 0 else {
                start = index + 1
                continue
            }
            if index + 1 - start > longest.count {
                longest = start..<index + 1
            }
        }
        return longest.count > 1 ? longest : nil
    }
}

extension IPv6Address: CustomStringConvertible {
    /// The address in its shortest form, without brackets.
    public var description: String {
        guard let compressedRange else { return Self.join(pieces[...]) }
        return Self.join(pieces[..<compressedRange.lowerBound]) + "::"
            + Self.join(pieces[compressedRange.upperBound...])
    }

    private static func join(_ pieces: ArraySlice<UInt16>) -> String {
        pieces.map { String($0, radix: 16) }.joined(separator: ":")
    }
}
