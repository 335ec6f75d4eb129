import WebURL

/// An address that a name stands for.
struct NetworkAddress: Sendable, Hashable {
    /// The address, in the form that a URL's host has.
    let host: Host

    /// Reads an address as `getnameinfo` writes it: IPv6 without brackets, perhaps with a zone behind `%`.
    init?(_ text: String) {
        let text = String(text.prefix { $0 != "%" })
        guard let host = try? Host(text.contains(":") ? "[\(text)]" : text) else { return nil }
        switch host {
        case .ipv4, .ipv6: self.host = host
        case .domain, .opaque, .empty: return nil
        }
    }

    /// The address without brackets.
    var text: String {
        switch host {
        case .ipv6(let address): address.description
        case .ipv4, .domain, .opaque, .empty: host.text
        }
    }

    /// Whether it is an address of the public internet (IANA's special-purpose address registries, RFC 6890).
    ///
    /// Loopback, private, link-local and shared addresses, those of cloud providers' metadata services, multicast,
    /// documentation and reserved ranges are not; nor is an IPv6 address that carries such an IPv4 address.
    var isPublic: Bool {
        switch host {
        case .ipv4(let address): Self.isPublic(address.value)
        case .ipv6(let address): Self.isPublic(address.pieces)
        case .domain, .opaque, .empty: false
        }
    }

    private static let specialIPv4: [(network: UInt32, bits: UInt32)] = [
        (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16),
        (0xAC10_0000, 12), (0xC000_0000, 24), (0xC000_0200, 24), (0xC058_6300, 24), (0xC0A8_0000, 16),
        (0xC612_0000, 15), (0xC633_6400, 24), (0xCB00_7100, 24), (0xE000_0000, 4), (0xF000_0000, 4),
    ]
    /// Alibaba Cloud's and Azure's metadata services have addresses outside of the special ranges.
    private static let metadataIPv4: Set<UInt32> = [0x6464_64C8, 0xA83F_8110]

    private static func isPublic(_ address: UInt32) -> Bool {
        guard !metadataIPv4.contains(address) else { return false }
        return !specialIPv4.contains { (address ^ $0.network) >> (32 - $0.bits) == 0 }
    }

    private static func isPublic(_ pieces: [UInt16]) -> Bool {
        // Only 2000::/3 is given out; of it, these carry an IPv4 address or are for documentation and tests.
        let low = UInt32(pieces[6]) << 16 | UInt32(pieces[7])
        switch (pieces[0], pieces[1]) {
        // 64:ff9b::/96 translates to IPv4.
        case (0x64, 0xFF9B): return pieces[2...5].allSatisfy { $0 == 0 } && isPublic(low)
        // 2002::/16 is 6to4.
        case (0x2002, _): return isPublic(UInt32(pieces[1]) << 16 | UInt32(pieces[2]))
        // 2001::/23 holds Teredo, benchmarks and ORCHID; 2001:db8::/32 and 3fff::/20 are for documentation.
        case (0x2001, ..<0x200), (0x2001, 0xDB8), (0x3FFF, ..<0x1000): return false
        default: return (0x2000...0x3FFF).contains(pieces[0])
        }
    }
}
