import Hummingbird
import NIOCore
import Synchronization

/// Takes in the body of an answer, so that it can be changed.
final class BodyCollector: ResponseBodyWriter, Sendable {
    private let bytes = Mutex(ByteBuffer())

    /// The whole body of an answer.
    static func bytes(of body: ResponseBody) async throws -> ByteBuffer {
        let collector = BodyCollector()
        try await body.write(collector)
        return collector.collected
    }

    /// What was written up to now.
    var collected: ByteBuffer { bytes.withLock { $0 } }

    func write(_ buffer: ByteBuffer) async throws {
        bytes.withLock { _ = $0.writeImmutableBuffer(buffer) }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
