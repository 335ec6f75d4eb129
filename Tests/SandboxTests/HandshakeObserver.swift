import NIOCore
import NIOTLS

/// Tells how a handshake ended.
final class HandshakeObserver: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    struct ClosedEarly: Error {}

    private let outcome: EventLoopPromise<String?>

    init(outcome: EventLoopPromise<String?>) {
        self.outcome = outcome
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case .handshakeCompleted(let chosen) = event as? TLSUserEvent else { return }
        outcome.succeed(chosen)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        outcome.fail(error)
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        outcome.fail(ClosedEarly())
    }
}
