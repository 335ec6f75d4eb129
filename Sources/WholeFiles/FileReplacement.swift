public import Foundation

/// A new content for a file, which takes the old one's place whole or not at all.
///
/// It is written beside the file under a name that nobody uses, and renamed at the end; what is not put in place is
/// taken away again.
public final class FileReplacement {
    /// A call of the system that failed, in the system's own words.
    public struct Failure: Error, Sendable {
        /// What the system says.
        public let reason: String

        /// Makes a failure; by default of the call that failed last.
        public init(_ number: Int32 = errno) { reason = String(cString: strerror(number)) }
    }

    private let target: String
    private let temporary: String
    private let descriptor: Int32
    private var isDone = false

    /// Begins a new content.
    ///
    /// - Parameters:
    ///   - path: the file, which need not be there; a symbolic link stays one, and the file that it leads to is replaced.
    ///   - isPrivate: whether nobody but the owner may read it; otherwise the permissions are those of the file that
    ///     is replaced, or of any new file.
    /// - Throws: `Failure` where its folder cannot be written to.
    public init(_ path: String, isPrivate: Bool) throws(Failure) {
        target = Self.destination(of: path)
        temporary = "\(target).\(getpid()).\(UInt32.random(in: 0 ... .max)).tmp"
        let permissions = isPrivate ? 0o600 : Self.permissions(of: target)
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        descriptor = open(temporary, flags, permissions ?? 0o666)
        guard descriptor >= 0 else { throw Failure() }
        // What the file had, the process's mask does not take away.
        if let permissions { fchmod(descriptor, permissions) }
    }

    deinit {
        guard !isDone else { return }
        close(descriptor)
        unlink(temporary)
    }

    /// Adds bytes to the content.
    ///
    /// - Throws: `Failure` where not all of them are taken.
    public func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Failure() }
            rest = rest.dropFirst(count)
        }
    }

    /// Adds bytes to the content.
    ///
    /// - Throws: `Failure` where not all of them are taken.
    public func write(_ data: Data) throws(Failure) {
        var failure: Failure?
        data.withUnsafeBytes { bytes in
            do throws(Failure) { try write(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Puts the content in place; nothing can be added any more.
    ///
    /// - Parameter isDurable: whether to wait until it is on the disk, so that it outlives a loss of power.
    /// - Throws: `Failure` where the system does not do it; the old content is there then.
    public func commit(isDurable: Bool) throws(Failure) {
        precondition(!isDone, "a content is put in place once")
        guard !isDurable || fsync(descriptor) == 0, rename(temporary, target) == 0 else { throw Failure() }
        isDone = true
        close(descriptor)
        if isDurable { Self.syncFolder(of: target) }
    }

    /// Waits until the new name is on the disk too; where the file system cannot say so, the file is whole all the same.
    private static func syncFolder(of path: String) {
        let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// Where the file is, behind symbolic links.
    private static func destination(of path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The permissions of a file that is there.
    private static func permissions(of path: String) -> mode_t? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.posixPermissions] as? NSNumber).map { mode_t($0.uint32Value) }
    }
}
