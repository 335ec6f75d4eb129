/// An IPv4 address (URL Standard, section 3.5).
public struct IPv4Address: Sendable, Hashable {
    /// The address as one number, its first byte the highest.
    public let value: UInt32

    /// The address with this number.
    public init(value: UInt32) {
        self.value = value
    }

    /// Reads a host that ends in a number as browsers do: one to four parts, each decimal, octal or hexadecimal.
    ///
    /// Gives nil where the text is no address.
    init?(_ text: [UInt8]) {
        var parts = text.split(separator: .dot, omittingEmptySubsequences: false)
        if parts.count > 1, parts.last?.isEmpty == true {
            parts.removeLast()
        }
        let numbers = parts.prefix(5).compactMap(Self.number)
        guard parts.count <= 4, numbers.count == parts.count, let last = numbers.last else { return nil }
        let leading = numbers.dropLast()
        guard leading.allSatisfy({ $0 <= 255 }), last < 1 << (8 * (5 - UInt64(numbers.count))) else { return nil }
        value = leading.enumerated().reduce(UInt32(last)) { sum, part in
            sum | UInt32(part.element) << UInt32(8 * (3 - part.offset))
        }
    }

    /// Whether a domain must be read as an IPv4 address (URL Standard, "ends-in-a-number checker").
    static func isMeant(by domain: [UInt8]) -> Bool {
        var parts = domain.split(separator: .dot, omittingEmptySubsequences: false)
        if parts.last?.isEmpty == true {
            parts.removeLast()
        }
        guard let last = parts.last, last.first?.isASCIIDigit == true else { return false }
        return last.allSatisfy(\.isASCIIDigit) || number(last) != nil
    }

    /// The number of one part; numbers beyond 32 bits all give the same, far too large one.
    private static func number(_ part: ArraySlice<UInt8>) -> UInt64? {
        guard part.first != nil else { return nil }
        let (digits, radix) = digitsAndRadix(part)
        var number: UInt64 = 0
        for digit in digits {
            guard let value = digit.hexadecimalValue, value < radix else { return nil }
            number = min(number * UInt64(radix) + UInt64(value), 1 << 32)
        }
        return number
    }

    private static func digitsAndRadix(_ part: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, UInt8) {
        let second = part.dropFirst().first
        guard part.first == UInt8(ascii: "0"), let second else { return (part, 10) }
        return second.asciiLowercased == UInt8(ascii: "x") ? (part.dropFirst(2), 16) : (part.dropFirst(), 8)
    }
}

extension IPv4Address: CustomStringConvertible {
    /// Four decimal numbers with dots between them.
    public var description: String {
        [24, 16, 8, 0].map { shift in String(value >> UInt32(shift) & 255) }.joined(separator: ".")
    }
}
