import Foundation
import OsteolintCore
import Synchronization

/// A file to read.
struct InputFile: Hashable {
    /// Where it is, or `-` for standard input.
    let path: FilePath
    /// The path as reports show it.
    let displayed: String
    /// The path below the folder that was named, as reports show it; the name alone of a file that was named itself.
    let sitePath: String
    /// The folder that was named; that of the file where it was named itself.
    let folder: FilePath
    /// What it is where it is no page.
    var kind: SiteFileKind?
    /// Whether it is a pipe or the like, for whose bytes one may have to wait.
    var isStream = false
    /// Whether it is a hosting file that the configuration names, so that it is about all pages.
    var isForAllPages = false

    /// Standard input, which is read like a page.
    static let standardInput = InputFile(
        path: FilePath("-"), displayed: "-", sitePath: "-", folder: FilePath(""), isStream: true)

    /// Whether another is the same page, perhaps named in another way; links are not looked at.
    func isSame(as other: InputFile) -> Bool {
        if self == .standardInput || other == .standardInput { return self == other }
        return path == other.path || path.normalized == other.path.normalized
    }
}

/// Finds the pages below the paths that were named.
struct FileCollector {
    /// The pages, each once, sorted by the path shown.
    private(set) var files: [InputFile] = []
    /// Scripts, data and hosting files, each once, sorted by the path shown.
    private(set) var siteFiles: [InputFile] = []
    /// The folders that were listed, each with the folder that was named.
    private(set) var walked: [(folder: FilePath, root: FilePath)] = []
    /// Folders that could not be read.
    private(set) var failures: [Failure] = []

    /// Whether there is nothing that a rule could find anything in: scripts alone are enough where they were named.
    var isEmpty: Bool { files.isEmpty && !namesSiteFile }
    private var namesSiteFile = false

    private let include: [Glob]
    private let exclude: [Glob]
    private let base: FilePath
    /// Folders that were found and are still to be walked.
    private var folders: [Folder] = []
    /// The folder being walked, as written and as seen from the base: what is below it shares the rest.
    private var root = (written: FilePath(""), displayed: FilePath(""))

    /// Makes a collector.
    ///
    /// - Parameters:
    ///   - configuration: tells what to include and to exclude.
    ///   - base: the folder that paths are shown relative to.
    init(_ configuration: Configuration, base: FilePath) {
        include = configuration.include.map(Glob.init)
        exclude = configuration.exclude.map(Glob.init)
        self.base = base
        siteFiles = configuration.hosting.map { Self.hostingFile($0, base) }
    }

    private static func hostingFile(_ file: NamedHostingFile, _ base: FilePath) -> InputFile {
        let path = base.resolving(file.path)
        return InputFile(
            path: path, displayed: path.relative(to: base).displayed, sitePath: FilePath(Array(path.name)).displayed,
            folder: path.folder, kind: .hosting(file.format), isStream: FileEntry(path).map { !$0.isFile } ?? false,
            isForAllPages: true)
    }

    /// Adds what was named on the command line: a folder with all that is in it; a file, which is a page unless its
    /// name says that it is a script, data or a hosting file.
    ///
    /// - Throws: `UsageError` for a path that is not there.
    mutating func add(_ argument: String) throws(UsageError) {
        if argument == "-" { return files.append(.standardInput) }
        let path = FilePath(argument)
        guard let entry = FileEntry(path) else {
            throw UsageError("\(argument): \(InputError(errno: errno).message)")
        }
        add(path, entry)
    }

    private mutating func add(_ path: FilePath, _ entry: FileEntry?) {
        guard let entry, entry.isFolder else {
            root = (path, path.relative(to: base))
            namesSiteFile = namesSiteFile || SiteFileKind(fileName: path.name) != nil
            return add(path, kind: SiteFileKind(fileName: path.name), isStream: entry.map { !$0.isFile } ?? false)
        }
        root = (path, path.relative(to: base))
        walk(Folder(path: path, identities: [entry.identity]))
    }

    /// Adds a page of a list, which may have vanished since the list was made.
    mutating func addListed(_ path: FilePath) {
        add(path, FileEntry(path))
    }

    /// Sorts what was found, and keeps each page once, in whatever ways it was named.
    mutating func sort() {
        files = Self.sorted(files)
        siteFiles = Self.sorted(siteFiles)
    }

    /// Leaves out scripts, data and hosting files.
    mutating func leaveOutSiteFiles() {
        siteFiles = []
        namesSiteFile = false
    }

    /// Leaves out the pages below a folder; links are not looked at.
    mutating func leaveOut(below folder: FilePath) {
        files.removeAll { $0.path.lies(below: folder) }
    }

    private static func sorted(_ found: [InputFile]) -> [InputFile] {
        let files = found.sorted { left, right in
            guard left.displayed == right.displayed else { return left.displayed < right.displayed }
            // What the configuration names is kept, rather than the same file found in the site.
            guard left.isForAllPages == right.isForAllPages else { return left.isForAllPages }
            return left.path < right.path
        }
        var kept: [InputFile] = []
        kept.reserveCapacity(files.count)
        // The same page is shown alike, so only neighbours can be the same.
        for file in files {
            let alike = kept.reversed().prefix { $0.displayed == file.displayed }
            if !alike.contains(where: file.isSame) { kept.append(file) }
        }
        return kept
    }

    /// Adds a file at or below the root.
    private mutating func add(_ path: FilePath, kind: SiteFileKind? = nil, isStream: Bool = false) {
        let below = path.bytes[root.written.bytes.count...]
        let sitePath = below.isEmpty ? path.name : below.drop { $0 == UInt8(ascii: "/") }
        let folder = below.isEmpty ? FilePath(Array(path.bytes.dropLast(path.name.count))) : root.written
        let file = InputFile(
            path: path, displayed: root.displayed.appending(below).displayed,
            sitePath: FilePath(Array(sitePath)).displayed, folder: folder, kind: kind, isStream: isStream)
        if kind == nil { files.append(file) } else { siteFiles.append(file) }
    }

    /// A folder to be walked.
    private struct Folder {
        let path: FilePath
        /// The identities of the folder and of those around it.
        let identities: [FileEntry.Identity]
    }

    /// Walks a folder level by level, on all cores; the order does not matter, since all is sorted in the end.
    private mutating func walk(_ folder: Folder) {
        folders = [folder]
        while !folders.isEmpty {
            let level = folders
            let empty = emptied
            let found = Mutex<[FileCollector]>([])
            DispatchQueue.concurrentPerform(iterations: level.count) { index in
                var collector = empty
                collector.list(level[index])
                found.withLock { $0.append(collector) }
            }
            folders = []
            for collector in found.withLock({ $0 }) { merge(collector) }
        }
    }

    /// A collector with the same settings that has found nothing yet.
    private var emptied: FileCollector {
        var collector = self
        collector.files = []
        collector.siteFiles = []
        collector.walked = []
        collector.failures = []
        collector.folders = []
        return collector
    }

    private mutating func merge(_ other: FileCollector) {
        files += other.files
        siteFiles += other.siteFiles
        walked += other.walked
        failures += other.failures
        folders += other.folders
    }

    /// Adds what is in a folder; symbolic links are followed, unless they lead back to a folder around it.
    private mutating func list(_ folder: Folder) {
        walked.append((folder.path, root.written))
        guard let names = FolderListing(folder.path)?.names else {
            return fail(folder.path, InputError(errno: errno).message)
        }
        for name in names {
            let kind = SiteFileKind(fileName: name.name)
            guard name.name.first != UInt8(ascii: ".") || kind != nil else { continue }
            let path = folder.path.appending(name.name)
            var relative = path.bytes[root.written.bytes.count...]
            if relative.first == UInt8(ascii: "/") { relative = relative.dropFirst() }
            guard !exclude.contains(where: { $0.matches(relative) }) else { continue }
            guard name.mayBeFolder else {
                let isPage = include.contains { $0.matches(relative) }
                if isPage || kind != nil { add(path, kind: isPage ? nil : kind) }
                continue
            }
            guard let entry = FileEntry(path) else {
                // A link that leads nowhere is a page that is missing, or nothing that anybody asked for.
                let error = errno
                let isMeant =
                    name.isFolder || error == EACCES || kind != nil || include.contains { $0.matches(relative) }
                if isMeant { fail(path, InputError(errno: error).message) }
                continue
            }
            if entry.isFolder {
                guard !folder.identities.contains(entry.identity) else { continue }
                folders.append(Folder(path: path, identities: folder.identities + [entry.identity]))
            } else if kind != nil || include.contains(where: { $0.matches(relative) }) {
                // Nobody writes a site into pipes: to wait for one found by the way could take for ever.
                let isPage = include.contains { $0.matches(relative) }
                if entry.isFile {
                    add(path, kind: isPage ? nil : kind)
                } else {
                    fail(path, "neither a file nor a folder; name it to have it read")
                }
            }
        }
    }

    /// Whether a file in a folder that was listed is read.
    func reads(_ path: FilePath, below root: FilePath) -> Bool {
        let relative = path.bytes[root.bytes.count...].drop { $0 == UInt8(ascii: "/") }
        let kind = SiteFileKind(fileName: path.name)
        guard path.name.first != UInt8(ascii: ".") || kind != nil else { return false }
        return !exclude.contains { $0.matches(relative) } && (kind != nil || include.contains { $0.matches(relative) })
    }

    private mutating func fail(_ path: FilePath, _ message: String) {
        failures.append(Failure(subject: path.relative(to: base).displayed, reason: .unreadable, message: message))
    }
}
