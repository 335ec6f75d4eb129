import OsteolintCore
import Synchronization

/// The responses of a fetch so far, which are known even if it never ends.
final class HopLog: Sendable {
    private let log = Mutex<[(hop: ResponseHop, milliseconds: Int)]>([])

    var hops: [ResponseHop] { log.withLock { $0.map(\.hop) } }

    /// How long each of them took.
    var milliseconds: [Int] { log.withLock { $0.map(\.milliseconds) } }

    func append(_ hop: ResponseHop, milliseconds: Int) {
        log.withLock { $0.append((hop, milliseconds)) }
    }
}
