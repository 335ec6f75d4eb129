import Glibc
import Synchronization

/// A piece of memory that many blocks fit in; it belongs to one tree after the other.
struct MemoryChunk: @unchecked Sendable {
    static let size = 1 << 16

    /// Chunks that no tree needs now. Pages take about as many as the page before.
    private static let spare = Mutex<[MemoryChunk]>([])
    /// What one huge page has taken goes back to the system.
    private static let mostSpare = 128

    let start: UnsafeMutableRawPointer

    static func take() -> MemoryChunk? {
        spare.withLock { $0.popLast() } ?? malloc(size).map(MemoryChunk.init)
    }

    func giveBack() {
        let isKept = Self.spare.withLock { spare in
            guard spare.count < Self.mostSpare else { return false }
            spare.append(self)
            return true
        }
        if !isKept { free(start) }
    }
}
