import Synchronization

/// Where the servers listen, which is known once they do.
final class SandboxAddress: Sendable {
    private struct Ports {
        var secure: Int?
        var plain: Int?
    }

    private let ports = Mutex(Ports())
    /// The host's name in URLs.
    private let host: String
    private let expectsPlain: Bool
    private let isReady: @Sendable ([String]) -> Void

    /// Prepares for servers.
    ///
    /// - Parameters:
    ///   - host: what they are bound to.
    ///   - expectsPlain: whether there will be one without TLS.
    ///   - isReady: called once with the origins, the one over TLS first, when all listen.
    init(boundTo host: String, expectsPlain: Bool, isReady: @escaping @Sendable ([String]) -> Void) {
        switch host {
        case "127.0.0.1", "::1", "localhost", "0.0.0.0", "::": self.host = "localhost"
        default: self.host = host.contains(":") ? "[\(host)]" : host
        }
        self.expectsPlain = expectsPlain
        self.isReady = isReady
    }

    /// Notes the port that a server got.
    func listen(on port: Int, isSecure: Bool) {
        let known = ports.withLock { ports in
            if isSecure { ports.secure = port } else { ports.plain = port }
            return ports
        }
        guard let secure = known.secure else { return }
        let origins = [Self.origin("https", host, secure)] + (known.plain.map { [Self.origin("http", host, $0)] } ?? [])
        if origins.count == (expectsPlain ? 2 : 1) { isReady(origins) }
    }

    /// The origin of the cards.
    var origin: String { Self.origin("https", host, ports.withLock { $0.secure } ?? 443) }

    private static func origin(_ scheme: String, _ host: String, _ port: Int) -> String {
        let isDefault = port == (scheme == "https" ? 443 : 80)
        return "\(scheme)://\(host)" + (isDefault ? "" : ":\(port)")
    }
}
