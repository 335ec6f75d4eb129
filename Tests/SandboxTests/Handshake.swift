import NIOCore
import NIOPosix
import NIOSSL

/// A TLS handshake with a sandbox, and nothing after it.
struct Handshake {
    /// The file of the authority that is trusted.
    let authority: String
    let port: Int
    var protocols = ["h2", "http/1.1"]

    /// What the server showed of itself.
    struct Outcome: Sendable {
        /// The protocol that it chose.
        let chosen: String?
        /// Its certificate (DER).
        let certificate: [UInt8]
    }

    /// Connects, and closes the connection again.
    ///
    /// A name that is not proven goes unnoticed here, as the library is content with the proof of the address.
    ///
    /// - Throws: `NIOSSLError`, `BoringSSLError` or `NIOSSLExtraError`, when the server's certificate is not accepted.
    func perform() async throws -> Outcome {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .file(authority)
        configuration.applicationProtocols = protocols
        let context = try NIOSSLContext(configuration: configuration)
        let group = MultiThreadedEventLoopGroup.singleton
        let outcome = group.any().makePromise(of: String?.self)
        let channel = try await ClientBootstrap(group: group)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let handler = try NIOSSLClientHandler(context: context, serverHostname: "localhost")
                    try channel.pipeline.syncOperations.addHandlers([handler, HandshakeObserver(outcome: outcome)])
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        let chosen = try await outcome.futureResult.get()
        let certificate = try await channel.nioSSL_peerCertificate().get()
        try? await channel.close()
        return Outcome(chosen: chosen, certificate: try certificate?.toDERBytes() ?? [])
    }
}
