import OsteolintCore
import Synchronization

/// The responses of a fetch so far, which are known even if it never ends.
final class HopLog: Sendable {
    private let log = Mutex<[ResponseHop]>([])

    var hops: [ResponseHop] { log.withLock { $0 } }

    func append(_ hop: ResponseHop) {
        log.withLock { $0.append(hop) }
    }
}
