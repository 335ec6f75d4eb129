import ProgramRuns
import Foundation

/// Opens pipes, and reads what a pipe or a terminal gives.
enum Descriptor {
    /// All bytes until the other side is closed, which a terminal tells as an error.
    static func readAll(_ descriptor: Int32) async throws -> [UInt8] {
        try await OwnThread.run {
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = read(descriptor, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return bytes }
                bytes += buffer[..<count]
            }
        }
    }

    /// Opens a named pipe, which takes until another process has opened its other side.
    static func open(pipe path: String, _ flags: Int32) async throws -> Int32 {
        try await OwnThread.run {
            let descriptor = Foundation.open(path, flags | O_CLOEXEC)
            guard descriptor >= 0 else { throw SystemError("open \(path)") }
            return descriptor
        }
    }
}
