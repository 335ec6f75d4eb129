import Foundation

/// A line of a batch, without its end.
enum BatchLine {
    case text(Data)
    /// A line that is longer than `BatchLines.limit` and was not kept.
    case tooLong
}

/// Hands on the whole lines of each piece that is read.
struct BatchLines {
    /// How many bytes a line may have.
    static let limit = 16 << 20

    private let descriptor: Int32
    /// What was read of a line whose end is still to come.
    private var rest: [UInt8] = []
    private var isTooLong = false
    private var isAtEnd = false

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// The next lines, at least one, or nil at the end.
    ///
    /// - Throws: `InputError`.
    mutating func next() throws(InputError) -> [BatchLine]? {
        while !isAtEnd {
            let piece = try read()
            let lines = lines(endingIn: piece)
            if !lines.isEmpty { return lines }
        }
        return rest.isEmpty && !isTooLong ? nil : [endLine()]
    }

    private mutating func lines(endingIn piece: [UInt8]) -> [BatchLine] {
        let parts = piece.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var lines: [BatchLine] = []
        for part in parts.dropLast() {
            keep(part)
            lines.append(endLine())
        }
        keep(parts.last ?? [])
        return lines
    }

    private mutating func keep(_ part: ArraySlice<UInt8>) {
        if rest.count + part.count > Self.limit { isTooLong = true }
        if isTooLong { rest = [] } else { rest += part }
    }

    private mutating func endLine() -> BatchLine {
        defer {
            rest.removeAll(keepingCapacity: true)
            isTooLong = false
        }
        return isTooLong ? .tooLong : .text(Data(rest))
    }

    private mutating func read() throws(InputError) -> [UInt8] {
        while true {
            guard Interruption.wait(for: descriptor) else { throw .interrupted }
            var fault: Int32 = 0
            let piece = [UInt8](unsafeUninitializedCapacity: 1 << 17) { buffer, size in
                let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
                fault = count < 0 ? errno : 0
                size = max(count, 0)
            }
            if fault == EINTR || fault == EAGAIN { continue }
            guard fault == 0 else { throw fault == EISDIR ? .isFolder : InputError(errno: fault) }
            isAtEnd = piece.isEmpty
            return piece
        }
    }
}
