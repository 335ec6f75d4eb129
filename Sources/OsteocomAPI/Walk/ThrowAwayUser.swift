/// A customer that does not exist, made for one walk.
public struct ThrowAwayUser: Sendable, Hashable {
    private let digits: String

    /// Makes a user with an id of 128 random bits.
    public init(using generator: inout some RandomNumberGenerator) {
        let halves = (0..<2).map { _ in String(generator.next() as UInt64, radix: 16) }
        digits = halves.map { String(repeating: "0", count: 16 - $0.count) + $0 }.joined()
    }

    /// The `userId`.
    public var id: String { "osteolint-" + digits }

    /// An address of a domain that is reserved for examples (RFC 2606, section 3).
    var email: String { "\(id)@example.com" }

    /// A text that no mail system takes for an address.
    var malformedEmail: String { "osteolint.example.com" }

    /// A secret that is nobody's.
    var wrongSecret: Secret { Secret("osteolint-wrong-" + digits) }

    /// The id of a video that does not exist.
    var unknownVideoID: String { "osteolint-unknown-" + digits }
}
