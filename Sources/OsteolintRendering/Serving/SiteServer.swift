import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// A server on this computer that a single page is rendered from.
struct SiteServer {
    /// The port that it listens on, at 127.0.0.1.
    let port: Int
    private let channel: any Channel

    /// Starts a server.
    ///
    /// - Throws: `RenderFailure.system` where no port is free.
    init(_ site: ServedSite, _ identity: ServerIdentity) throws(RenderFailure) {
        let context = identity.context
        do {
            channel = try ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let pipeline = channel.pipeline.syncOperations
                        try pipeline.addHandler(NIOSSLServerHandler(context: context))
                        try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
                        try pipeline.addHandler(SiteHandler(site))
                    }
                }
                .bind(host: "127.0.0.1", port: 0).wait()
        } catch {
            throw .system(call: "bind", reason: "\(error)")
        }
        port = channel.localAddress?.port ?? 0
    }

    /// Ends the server.
    func stop() { try? channel.close().wait() }
}
