import NIOCore
import NIOPosix
import NIOSSL

/// A server on this computer that answers each request by a script, however wrong the answer may be.
///
/// It writes bytes as they are told and knows of HTTP only how a request is read.
public final class LoopbackServer: Sendable {
    /// What the port speaks.
    public enum Transport: Sendable {
        /// Nothing but TCP.
        case plain
        /// TLS with a certificate of a fresh authority.
        case tls(LeafCertificate)
    }

    /// The port that it listens on.
    public let port: Int
    /// What happened so far.
    public let log: ServerLog
    private let transport: Transport

    private init(port: Int, log: ServerLog, transport: Transport) {
        self.port = port
        self.log = log
        self.transport = transport
    }

    /// Runs a server as long as an operation takes.
    ///
    /// - Parameters:
    ///   - transport: what the port speaks.
    ///   - address: the numeric address to listen on.
    ///   - greeting: what is done as soon as a client has connected, before anything is read.
    ///   - respond: tells for each request what to do.
    ///   - operation: what is done with the server; at its end all connections are closed.
    /// - Returns: what the operation does.
    /// - Throws: what the operation throws, or an `IOError` where the address cannot be listened on.
    public static func serving<Outcome>(
        _ transport: Transport = .tls(.valid), on address: String = "127.0.0.1",
        greeting: [ServerStep] = [], respond: @escaping @Sendable (ServerRequest) -> [ServerStep],
        _ operation: (LoopbackServer) async throws -> Outcome
    ) async throws -> Outcome {
        let log = ServerLog()
        let tls = try transport.tls()
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.autoRead, value: false)
            .bind(host: address, port: 0) { channel in
                channel.eventLoop.makeCompletedFuture { try ServerConnection(channel, tls: tls, log: log) }
            }
        let server = LoopbackServer(port: listener.channel.localAddress?.port ?? 0, log: log, transport: transport)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await accept(listener, greeting, respond) }
            defer { group.cancelAll() }
            return try await operation(server)
        }
    }

    /// A URL on this server.
    ///
    /// - Parameters:
    ///   - target: path and query, with the slash that they begin with.
    ///   - host: how the server is called.
    /// - Returns: the URL as text.
    public func url(_ target: String, host: String = "127.0.0.1") -> String {
        origin(host: host) + target
    }

    /// The server's origin, without a slash at its end.
    public func origin(host: String = "127.0.0.1") -> String {
        switch transport {
        case .plain: "http://\(host):\(port)"
        case .tls: "https://\(host):\(port)"
        }
    }

    private static func accept(
        _ listener: NIOAsyncChannel<ServerConnection, Never>, _ greeting: [ServerStep],
        _ respond: @escaping @Sendable (ServerRequest) -> [ServerStep]
    ) async {
        await withDiscardingTaskGroup { group in
            try? await listener.executeThenClose { connections in
                for try await connection in connections {
                    group.addTask { await connection.run(greeting, respond) }
                }
            }
        }
    }
}

extension LoopbackServer.Transport {
    fileprivate func tls() throws -> NIOSSLContext? {
        switch self {
        case .plain: nil
        case .tls(let certificate): try NIOSSLContext(configuration: try certificate.configuration())
        }
    }
}

extension LoopbackServer {
    /// Whether this computer has an address.
    public static func canListen(on address: String) -> Bool {
        let channel = try? ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton).bind(host: address, port: 0)
            .wait()
        channel?.close(promise: nil)
        return channel != nil
    }
}
