import CFileStatus
import Foundation
import OsteolintCore

/// Why a file could not be read.
enum InputError: Error {
    case notThere
    case isFolder
    case tooLarge(limit: Int)
    /// The user pressed Ctrl-C while it was waited for.
    case interrupted
    case system(Int32)

    /// Why, in words.
    var message: String {
        switch self {
        case .notThere: "no such file"
        case .isFolder: "is a folder"
        case .tooLarge(let limit): "larger than \(limit) bytes; split the page or leave it out with `exclude`"
        case .interrupted: "was not read to its end"
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
    /// - Parameters:
    ///   - path: the file.
    ///   - isStream: whether it is a pipe, for whose bytes one may have to wait.
    /// - Returns: the bytes.
    /// - Throws: `InputError`.
    func read(_ path: borrowing FilePath, isStream: Bool = false) throws(InputError) -> UnsafeRawBufferPointer {
        // To open a pipe would else take as long as nobody writes to it.
        let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | (isStream ? O_NONBLOCK : 0)) }
        guard descriptor >= 0 else { throw InputError(errno: errno) }
        defer { close(descriptor) }
        return try readDescriptor(descriptor, isStream: isStream)
    }

    /// The bytes of a file as an array.
    ///
    /// - Throws: `InputError`.
    func readAll(_ path: String) throws(InputError) -> [UInt8] {
        Array(try read(FilePath(path)))
    }

    /// The bytes of a file as an array of their own.
    ///
    /// - Throws: `InputError`.
    static func bytes(of path: borrowing FilePath) throws(InputError) -> [UInt8] {
        let reader = InputReader()
        // The bytes are the reader's own, so it has to last until they are copied.
        defer { withExtendedLifetime(reader) {} }
        return Array(try reader.read(path))
    }

    static func readStandardInput() throws(InputError) -> [UInt8] {
        let reader = InputReader()
        // The bytes are the reader's own, so it has to last until they are copied.
        defer { withExtendedLifetime(reader) {} }
        return Array(try reader.readDescriptor(STDIN_FILENO, isStream: true))
    }

    /// The bytes behind an open descriptor, valid until the next call.
    ///
    /// - Throws: `InputError`.
    func readDescriptor(_ descriptor: Int32, isStream: Bool = false) throws(InputError) -> UnsafeRawBufferPointer {
        var count = 0
        while true {
            if count == buffer.count { try grow(for: descriptor) }
            guard !isStream || Interruption.wait(for: descriptor) else { throw .interrupted }
            let read = Foundation.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
            if read < 0, errno == EINTR || errno == EAGAIN { continue }
            guard read >= 0 else { throw errno == EISDIR ? .isFolder : InputError(errno: errno) }
            count += read
            guard count <= limit else { throw .tooLarge(limit: limit) }
            if read == 0 { return UnsafeRawBufferPointer(rebasing: buffer[..<count]) }
        }
    }

    /// Makes room for the rest of a file, if it is not too large anyway.
    private func grow(for descriptor: Int32) throws(InputError) {
        var status = file_status()
        let size = file_status_of_descriptor(descriptor, &status) ? Int(status.size) : 0
        guard size <= limit else { throw .tooLarge(limit: limit) }
        // One byte more than the file has, so that its end is seen at once.
        let count = min(max(buffer.count * 4, size + 1), limit + 1)
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
        larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
        buffer.deallocate()
        buffer = larger
    }
}
