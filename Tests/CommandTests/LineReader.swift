import Foundation
import ProgramRuns

/// Reads the lines of a pipe as they come.
final class LineReader: @unchecked Sendable {
    // One test reads it, one line after the other.
    private let descriptor: Int32
    private var rest: [UInt8] = []
    private var isOpen = true

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close() }

    /// The next line that is meant, or nil at the end; others are dropped.
    func line(where isMeant: @escaping @Sendable (String) -> Bool) async throws -> String? {
        try await OwnThread.run {
            while let line = self.nextLine() { if isMeant(line) { return line } }
            return nil
        }
    }

    /// Reads no more.
    func close() {
        guard isOpen else { return }
        isOpen = false
        Foundation.close(descriptor)
    }

    private func nextLine() -> String? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: rest[..<end], as: UTF8.self)
                rest = Array(rest[(end + 1)...])
                return line
            }
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            rest += buffer[..<count]
        }
    }
}
