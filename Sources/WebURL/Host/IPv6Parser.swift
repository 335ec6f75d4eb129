/// The IPv6 parser of the URL Standard, section 3.5.
struct IPv6Parser {
    private let input: [UInt8]
    private var position = 0
    private var pieces: [UInt16] = []
    /// How many pieces stand before the `::`.
    private var compressed: Int?

    init(_ text: some Collection<UInt8>) {
        input = Array(text)
    }

    private var current: UInt8? { position < input.count ? input[position] : nil }

    /// The eight pieces, or nil where the text is no address.
    mutating func parse() -> [UInt16]? {
        guard parseStart(), parsePieces() else { return nil }
        guard let compressed else { return pieces.count == 8 ? pieces : nil }
        // `pieceCount` never passes eight, so at least one piece is left for the "::".
        let zeros = Array(repeating: UInt16(0), count: 8 - pieces.count)
        return pieces[..<compressed] + zeros + pieces[compressed...]
    }

    /// A colon at the start must be the first of `::`.
    private mutating func parseStart() -> Bool {
        guard current == .colon else { return true }
        guard input.count > 1, input[1] == .colon else { return false }
        position = 2
        compressed = 0
        return true
    }

    private mutating func parsePieces() -> Bool {
        while let byte = current {
            guard pieceCount < 8 else { return false }
            guard byte == .colon else {
                guard parsePiece() else { return false }
                continue
            }
            guard compressed == nil else { return false }
            position += 1
            compressed = pieces.count
        }
        return true
    }

    /// How many of the eight places are taken; a `::` takes one at least.
    private var pieceCount: Int { pieces.count + (compressed == nil ? 0 : 1) }

    private mutating func parsePiece() -> Bool {
        let start = position
        var value: UInt16 = 0
        while position - start < 4, let digit = current?.hexadecimalValue {
            value = value << 4 | UInt16(digit)
            position += 1
        }
        switch current {
        case .dot?:
            guard position > start, pieceCount <= 6 else { return false }
            position = start
            return parseIPv4Tail()
        case .colon?:
            position += 1
            guard current != nil else { return false }
        case nil:
            break
        default:
            return false
        }
        pieces.append(value)
        return true
    }

    /// The last two pieces, written as four decimal numbers up to the end.
    private mutating func parseIPv4Tail() -> Bool {
        var numbers: [UInt16] = []
        while current != nil {
            if !numbers.isEmpty {
                guard current == .dot, numbers.count < 4 else { return false }
                position += 1
            }
            guard let number = parseDecimalByte() else { return false }
            numbers.append(number)
        }
        guard numbers.count == 4 else { return false }
        pieces.append(numbers[0] << 8 | numbers[1])
        pieces.append(numbers[2] << 8 | numbers[3])
        return true
    }

    /// A number up to 255 without zeros in front.
    private mutating func parseDecimalByte() -> UInt16? {
        var number: UInt16?
        while let byte = current, byte.isASCIIDigit {
            guard number != 0 else { return nil }
            let next = (number ?? 0) * 10 + UInt16(byte - UInt8(ascii: "0"))
            guard next <= 255 else { return nil }
            number = next
            position += 1
        }
        return number
    }
}
