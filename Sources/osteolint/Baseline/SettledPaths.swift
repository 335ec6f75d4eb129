import Foundation

/// The files of which a run knows what is in them: those that it read, and those that are gone from where it looked.
struct SettledPaths: Sendable {
    private let read: Set<String>
    private let failed: Set<String>
    /// What was named, as reports show paths; an empty one is the base itself.
    private let roots: [String]
    private let base: FilePath

    /// Makes the set.
    ///
    /// - Parameters:
    ///   - read: the pages that were read to their end, and the configuration, as reports show them.
    ///   - failed: what could not be read.
    ///   - named: the files and folders named on the command line.
    ///   - base: the folder that reports show paths relative to.
    init(read: [String], failed: [String], named: [String], base: FilePath) {
        self.read = Set(read)
        self.failed = Set(failed)
        roots = named.filter { $0 != "-" }.map { FilePath($0).relative(to: base).displayed }
        self.base = base
    }

    /// Whether a path, as reports show it, is one of them.
    func contains(_ path: String) -> Bool {
        guard !failed.contains(path) else { return false }
        return read.contains(path) || isGone(path)
    }

    private func isGone(_ path: String) -> Bool {
        // A path with a percent sign may stand for a name that is not UTF-8.
        guard !path.contains("://"), !path.contains("%"), !path.hasPrefix(".."), !path.isEmpty,
            roots.contains(where: { $0.isEmpty || path == $0 || path.hasPrefix($0 + "/") })
        else { return false }
        let file = base.appending(path.utf8)
        guard FileEntry(file) == nil, errno == ENOENT || errno == ENOTDIR else { return false }
        // A symbolic link that leads nowhere is there, but cannot be read.
        return (try? FileManager.default.attributesOfItem(atPath: String(decoding: file.bytes, as: UTF8.self))) == nil
    }
}
