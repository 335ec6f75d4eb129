import Glibc
import NIOCore

/// The last handler before the socket: it counts what is sent, and ends connections behind TLS's back.
final class WireHandler: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let log: ServerLog
    private var context: ChannelHandlerContext?

    init(log: ServerLog) {
        self.log = log
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        log.sent(unwrapOutboundIn(data).readableBytes)
        context.write(data, promise: promise)
    }

    /// Ends a connection without a word, from any thread.
    static func cut(_ channel: any Channel, resetting: Bool) {
        channel.eventLoop.execute {
            (try? channel.pipeline.syncOperations.handler(type: WireHandler.self))?.cut(resetting: resetting)
        }
    }

    private func cut(resetting: Bool) {
        guard let context else { return }
        if resetting {
            // Without lingering, closing makes the system send a reset instead of an end.
            let socket = context.channel as? any SocketOptionProvider
            socket?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenFailure { fatalError("no SO_LINGER: \($0)") }
        }
        context.close(promise: nil)
    }
}
