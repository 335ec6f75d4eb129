import Foundation

/// What changes in folders, as the system tells it (inotify).
final class FolderChanges {
    /// A name in a folder behind which something has changed.
    struct Change: Hashable {
        /// The folder, as it was given.
        let folder: FilePath
        /// The name; empty where it is the folder itself.
        let name: [UInt8]
        /// Whether it is a folder that came or went.
        let isFolder: Bool
    }

    private static let mask =
        UInt32(IN_CLOSE_WRITE) | UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO)
        | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR)

    /// Has something to read once something has changed.
    let descriptor: Int32
    /// The folders of each watch: links lead to one folder in several ways.
    private var folders: [Int32: Set<FilePath>] = [:]
    private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

    /// Begins with no folder.
    ///
    /// - Throws: `UsageError` where the system does not tell of changes.
    init() throws(UsageError) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { throw Self.refusal() }
    }

    deinit {
        close(descriptor)
        buffer.deallocate()
    }

    /// Watches a folder, but not those in it.
    ///
    /// - Returns: whether it is there.
    /// - Throws: `UsageError` where the system watches no more folders.
    func watch(_ folder: FilePath) throws(UsageError) -> Bool {
        let watch = folder.withCString { inotify_add_watch(descriptor, $0, Self.mask) }
        guard watch >= 0 else {
            guard errno != ENOSPC, errno != ENOMEM else { throw Self.refusal() }
            return false
        }
        folders[watch, default: []].insert(folder)
        return true
    }

    /// What has changed since the last time; nil where it was too much to be told.
    func read() -> Set<Change>? {
        var changes: Set<Change> = []
        while true {
            let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return changes }
            guard add(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: &changes) else { return nil }
        }
    }

    private func add(_ bytes: UnsafeRawBufferPointer, to changes: inout Set<Change>) -> Bool {
        let size = MemoryLayout<inotify_event>.size
        var rest = bytes
        while rest.count >= size {
            let event = rest.loadUnaligned(as: inotify_event.self)
            let end = min(rest.count, size + Int(event.len))
            let name = rest[size..<end].prefix { $0 != 0 }
            guard event.mask & UInt32(IN_Q_OVERFLOW) == 0 else { return false }
            let isFolder = event.mask & (UInt32(IN_ISDIR) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)) != 0
            for folder in folders[event.wd] ?? [] {
                changes.insert(Change(folder: folder, name: Array(name), isFolder: isFolder))
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[end...])
        }
        return true
    }

    private static func refusal() -> UsageError {
        UsageError(
            "--watch: the system watches no more folders: \(String(cString: strerror(errno))); raise "
                + "fs.inotify.max_user_watches, or name fewer folders")
    }
}
