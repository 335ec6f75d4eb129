import Foundation

/// The files that a check rests on, watched from before they are read.
struct InputWatch {
    /// Why the waiting ended.
    enum Ending {
        /// A file has changed.
        case changed
        /// The user pressed Ctrl-C.
        case interrupted
        /// Nobody reads standard output any more.
        case unheard
    }

    private let changes: FolderChanges
    /// Files and folders that matter whatever their names are.
    private var named: Set<FilePath> = []
    /// The folders with pages, each with the folder that was named.
    private var walked: [FilePath: FilePath] = [:]
    /// Tells which names are read; nil where the pages could not be found.
    private var collector: FileCollector?
    /// Files that the check itself writes.
    private let outputs: Set<FilePath>

    /// Begins to watch.
    ///
    /// - Parameters:
    ///   - files: files and folders that were named, whether or not they are there.
    ///   - outputs: files that the check itself writes.
    ///   - collect: finds the pages; fails where they cannot be found now.
    /// - Throws: `UsageError` where the system watches no more folders.
    init(_ files: [FilePath], outputs: [FilePath], collect: () throws -> FileCollector) throws(UsageError) {
        changes = try FolderChanges()
        self.outputs = Set(outputs.map(\.normalized))
        for file in files { try watch(file) }
        // A folder has to be watched before it is listed, or what comes in between is never seen.
        while let found = try? collect() {
            collector = found
            let fresh = found.walked.filter { walked[$0.folder] == nil }
            guard !fresh.isEmpty else { break }
            for (folder, root) in fresh {
                walked[folder] = root
                _ = try changes.watch(folder)
            }
        }
    }

    /// Watches the folder of a file; of one that is not there either, the folder that it will be made in.
    private mutating func watch(_ file: FilePath) throws(UsageError) {
        var path = file.normalized
        while !path.bytes.isEmpty {
            named.insert(path)
            guard try !changes.watch(path.folder) else { return }
            path = path.folder
        }
    }

    /// Waits until a file has changed, and then until no more change.
    func wait() -> Ending {
        while true {
            switch Interruption.wait(for: changes.descriptor, orHangUpOf: STDOUT_FILENO) {
            case .interrupted: return .interrupted
            case .hungUp: return .unheard
            case .timedOut: continue
            case .ready: break
            }
            guard changes.read().map({ $0.contains(where: concerns) }) ?? true else { continue }
            return settle()
        }
    }

    private func settle() -> Ending {
        let clock = ContinuousClock()
        var settling = Settling(at: clock.now)
        while let milliseconds = settling.wait(at: clock.now) {
            switch Interruption.wait(for: changes.descriptor, orHangUpOf: STDOUT_FILENO, atMost: milliseconds) {
            case .interrupted: return .interrupted
            case .hungUp: return .unheard
            case .timedOut: continue
            case .ready:
                _ = changes.read()
                settling.change(at: clock.now)
            }
        }
        return .changed
    }

    /// Whether the check may come to another end because of a change.
    private func concerns(_ change: FolderChanges.Change) -> Bool {
        let path = change.folder.appending(change.name)
        let place = path.normalized
        if named.contains(place) { return !outputs.contains(place) }
        guard let root = walked[change.folder], !outputs.contains(where: { Self.isTemporary(place, of: $0) }) else {
            return false
        }
        return change.isFolder || collector?.reads(path, below: root) ?? true
    }

    /// Whether a file is another while it is being written, as `FileReplacement` names them.
    private static func isTemporary(_ path: FilePath, of output: FilePath) -> Bool {
        path == output || (path.bytes.starts(with: output.bytes) && path.bytes.reversed().starts(with: "pmt.".utf8))
    }
}
