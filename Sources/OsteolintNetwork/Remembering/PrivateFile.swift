import Foundation
import WholeFiles

/// A regular file that only its owner may read, and that is written whole or not at all.
struct PrivateFile: Sendable {
    /// The path as it was given.
    let path: String

    private static let largest = 16 << 20

    /// Takes a path.
    ///
    /// - Throws: `AnswerFileFault` where a file that is there is no regular one, or where its folder is not there or
    ///   not open for writing.
    init(_ path: String) throws(AnswerFileFault) {
        self.path = path
        // A symbolic link is looked through; what leads nowhere has no attributes, and is made.
        let attributes = try? FileManager.default.attributesOfItem(atPath: destination)
        if let type = attributes?[.type] as? FileAttributeType, type != .typeRegular {
            throw .notAFile(path: path)
        }
        guard access(folder, W_OK | X_OK) == 0 else {
            throw .notWritable(path: path, reason: Self.reason(errno))
        }
    }

    /// The content; nil where there is no file.
    func read() throws(AnswerFileFault) -> Data? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw .unreadable(path: path, reason: Self.reason(errno))
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            let data = try file.read(upToCount: Self.largest + 1) ?? Data()
            guard data.count <= Self.largest else { throw AnswerFileFault.tooLarge(path: path, limit: Self.largest) }
            return data
        } catch let fault as AnswerFileFault {
            throw fault
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
    }

    /// Puts a new content in the old one's place.
    func write(_ data: Data) throws(AnswerFileFault) {
        do throws(FileReplacement.Failure) {
            let file = try FileReplacement(path, isPrivate: true)
            try file.write(data)
            try file.commit(isDurable: true)
        } catch {
            throw .notWritable(path: path, reason: error.reason)
        }
    }

    /// Takes the file away, if it is there.
    func remove() throws(AnswerFileFault) {
        guard unlink(destination) == 0 || errno == ENOENT else {
            throw .notWritable(path: path, reason: Self.reason(errno))
        }
    }

    /// Where the file is; a symbolic link stays one.
    private var destination: String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private var folder: String {
        let folder = (destination as NSString).deletingLastPathComponent
        return folder.isEmpty ? "." : folder
    }

    private static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }
}
