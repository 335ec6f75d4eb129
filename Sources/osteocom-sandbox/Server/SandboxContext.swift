import Hummingbird
import NIOCore

/// What is known of a request while it is answered.
struct SandboxContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// What is asked; `QuestionMiddleware` reads it once.
    var question = Question(target: "/")

    /// Where the connection comes from, whatever the request says of itself.
    let remoteAddress: SocketAddress?

    init(source: Source) {
        remoteAddress = source.channel.remoteAddress
        coreContext = CoreRequestContextStorage(source: source)
    }
}
