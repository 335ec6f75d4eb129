import Foundation
import OsteolintCore

/// Why a file could not be read.
enum InputError: Error {
    case notThere
    case isFolder
    case tooLarge(limit: Int)
    case system(Int32)

    /// Why, in words.
    var message: String {
        switch self {
        case .notThere: "no such file"
        case .isFolder: "is a folder"
        case .tooLarge(let limit): "larger than \(limit) bytes; split the page or leave it out with `exclude`"
        case .system(let number): "cannot be read: \(String(cString: strerror(number)))"
        }
    }

    init(errno number: Int32) {
        self = number == ENOENT || number == ENOTDIR ? .notThere : .system(number)
    }
}

/// Reads files into one buffer that is used again for each.
final class InputReader {
    private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    private let limit: Int

    init(limit: Int = PageLimits().bytes) {
        self.limit = limit
    }

    deinit { buffer.deallocate() }

    /// The bytes of a file, valid until the next call.
    ///
    /// - Throws: `InputError`.
    func read(_ path: borrowing FilePath) throws(InputError) -> UnsafeRawBufferPointer {
        let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw InputError(errno: errno) }
        defer { close(descriptor) }
        return try readDescriptor(descriptor)
    }

    /// The bytes of a file as an array.
    ///
    /// - Throws: `InputError`.
    func readAll(_ path: String) throws(InputError) -> [UInt8] {
        Array(try read(FilePath(path)))
    }

    static func readStandardInput() throws(InputError) -> [UInt8] {
        Array(try InputReader().readDescriptor(STDIN_FILENO))
    }

    /// The bytes behind an open descriptor, valid until the next call.
    ///
    /// - Throws: `InputError`.
    func readDescriptor(_ descriptor: Int32) throws(InputError) -> UnsafeRawBufferPointer {
        var count = 0
        while true {
            if count == buffer.count { grow() }
            let read = Foundation.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw errno == EISDIR ? .isFolder : InputError(errno: errno) }
            count += read
            guard count <= limit else { throw .tooLarge(limit: limit) }
            if read == 0 { return UnsafeRawBufferPointer(rebasing: buffer[..<count]) }
        }
    }

    private func grow() {
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: buffer.count * 4, alignment: 16)
        larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
        buffer.deallocate()
        buffer = larger
    }
}
