public import WebURL

/// Who can reach a host.
public enum HostReach {
    private static let privateSuffixes: Set = [
        "local", "localdomain", "internal", "intranet", "lan", "corp", "home", "test", "invalid",
    ]

    /// Whether it is an IP address.
    static func isAddress(_ host: Host) -> Bool {
        switch host {
        case .ipv4, .ipv6: true
        default: false
        }
    }

    /// Whether it means the machine that asks: 127.0.0.0/8, ::1, `localhost` and names below it (RFC 6761, section 6.3).
    public static func isLoopback(_ host: Host) -> Bool {
        switch host {
        case .ipv4(let address): address.value >> 24 == 127
        case .ipv6(let address): mapped(address).map { $0 >> 24 == 127 } ?? (address.description == "::1")
        case .domain(let domain): domain == "localhost" || domain.hasSuffix(".localhost")
        default: false
        }
    }

    /// Whether it exists inside of a network only: a private address, a name without a dot or below a reserved domain.
    static func isPrivate(_ host: Host) -> Bool {
        guard !isLoopback(host) else { return false }
        switch host {
        case .ipv4(let address): return isPrivate(address.value)
        case .ipv6(let address):
            if let value = mapped(address) { return isPrivate(value) }
            let first = address.pieces[0]
            return first & 0xFE00 == 0xFC00 || first & 0xFFC0 == 0xFE80 || address.pieces.allSatisfy { $0 == 0 }
        case .domain(let domain):
            let labels = domain.split(separator: ".")
            return labels.count == 1 || labels.last.map { privateSuffixes.contains(String($0)) } == true
                || domain.hasSuffix(".home.arpa")
        default: return false
        }
    }

    /// Private, shared, link-local and unspecified addresses (RFC 1918, RFC 6598, RFC 3927, RFC 1122).
    private static func isPrivate(_ address: UInt32) -> Bool {
        let ranges: [(start: UInt32, bits: UInt32)] = [
            (0x0A00_0000, 8), (0xAC10_0000, 12), (0xC0A8_0000, 16), (0x6440_0000, 10), (0xA9FE_0000, 16), (0, 8),
        ]
        return ranges.contains { address >> (32 - $0.bits) == $0.start >> (32 - $0.bits) }
    }

    /// The IPv4 address that an IPv6 address stands for (RFC 4291, section 2.5.5.2), or nil.
    private static func mapped(_ address: IPv6Address) -> UInt32? {
        let pieces = address.pieces
        guard pieces[..<5].allSatisfy({ $0 == 0 }), pieces[5] == 0xFFFF else { return nil }
        return UInt32(pieces[6]) << 16 | UInt32(pieces[7])
    }
}
