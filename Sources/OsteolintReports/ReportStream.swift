/// Where a report goes, piece by piece, so that it never has to be held as a whole.
///
/// Once the sink has refused something, nothing more is written; `finish()` says so.
public final class ReportStream {
    private static let capacity = 1 << 16

    private let sink: (UnsafeRawBufferPointer) throws -> Void
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 1)
    /// How many bytes of the buffer wait for the sink.
    private var count = 0
    private var failure: (any Error)?

    /// Makes a stream.
    ///
    /// - Parameter sink: takes UTF-8, some ten thousand bytes at a time.
    public init(to sink: @escaping (UnsafeRawBufferPointer) throws -> Void) {
        self.sink = sink
    }

    deinit { buffer.deallocate() }

    /// Writes a text as UTF-8.
    public func write(_ text: String) {
        var text = text
        text.withUTF8 { write($0) }
    }

    /// Writes bytes as they are.
    public func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        var rest = UnsafeRawBufferPointer(bytes)
        while !rest.isEmpty {
            if count == Self.capacity { flush() }
            let piece = rest.prefix(Self.capacity - count)
            UnsafeMutableRawBufferPointer(rebasing: buffer[count...]).copyMemory(
                from: UnsafeRawBufferPointer(rebasing: piece))
            count += piece.count
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
        }
    }

    /// Writes one byte as it is.
    func write(_ byte: UInt8) {
        if count == Self.capacity { flush() }
        buffer[count] = byte
        count += 1
    }

    /// Hands on what is left.
    ///
    /// - Throws: what the sink threw, now or before.
    public func finish() throws {
        flush()
        if let failure { throw failure }
    }

    private func flush() {
        defer { count = 0 }
        guard failure == nil, count > 0 else { return }
        do { try sink(UnsafeRawBufferPointer(rebasing: buffer[..<count])) } catch { failure = error }
    }
}
