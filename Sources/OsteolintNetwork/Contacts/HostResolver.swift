import Glibc
import NIOPosix
import OsteolintCore
import WebURL

/// Asks the system for the addresses of a name.
enum HostResolver {
    /// A way to find the addresses of a name.
    typealias LookUp = @Sendable (Host) async throws(FetchFailure) -> [NetworkAddress]

    /// The addresses in the order in which the system wants them tried (RFC 6724).
    ///
    /// - Throws: `FetchFailure.unresolved` where the name has none.
    static func addresses(of host: Host) async throws(FetchFailure) -> [NetworkAddress] {
        if case .ipv4 = host { return [NetworkAddress(host.text)].compactMap(\.self) }
        if case .ipv6(let address) = host { return [NetworkAddress(address.description)].compactMap(\.self) }
        let name = host.text
        // Names below localhost stand for this machine (RFC 6761, section 6.3), whether or not the system knows it.
        if name.hasSuffix(".localhost") { return ["127.0.0.1", "::1"].compactMap(NetworkAddress.init) }
        // `getaddrinfo` blocks, perhaps for long: not on a thread that others wait for.
        let found = try? await NIOThreadPool.singleton.runIfActive {
            let usable = lookUp(name, flags: AI_ADDRCONFIG)
            // With nothing but the loopback interface no address counts as usable.
            return usable.isEmpty ? lookUp(name, flags: 0) : usable
        }
        guard let found, !found.isEmpty else { throw .unresolved(host: name) }
        return found
    }

    private static func lookUp(_ name: String, flags: Int32) -> [NetworkAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = flags
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(name, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var addresses: [NetworkAddress] = []
        var next = list
        while let entry = next?.pointee {
            if let address = numericText(of: entry).flatMap(NetworkAddress.init), !addresses.contains(address) {
                addresses.append(address)
            }
            next = entry.ai_next
        }
        return addresses
    }

    private static func numericText(of entry: addrinfo) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        let status = getnameinfo(
            entry.ai_addr, entry.ai_addrlen, &buffer, socklen_t(buffer.count), nil, 0, NI_NUMERICHOST)
        guard status == 0 else { return nil }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
