import Foundation
import OsteolintCore

/// A page to read.
struct InputFile: Hashable {
    /// Where it is, or `-` for standard input.
    let path: FilePath
    /// The path as reports show it.
    let displayed: String

    /// Standard input, which is read like a page.
    static let standardInput = InputFile(path: FilePath("-"), displayed: "-")
}

/// Finds the pages below the paths that were named.
struct FileCollector {
    /// The pages, each once, sorted by the path shown.
    private(set) var files: [InputFile] = []
    /// Folders that could not be read.
    private(set) var failures: [Failure] = []

    private let include: [Glob]
    private let exclude: [Glob]
    private let base: FilePath
    private var seen: Set<FilePath> = []

    /// Makes a collector.
    ///
    /// - Parameters:
    ///   - configuration: tells what to include and to exclude.
    ///   - base: the folder that paths are shown relative to.
    init(_ configuration: Configuration, base: FilePath) {
        include = configuration.include.map(Glob.init)
        exclude = configuration.exclude.map(Glob.init)
        self.base = base
    }

    /// Adds what was named on the command line: a page, whatever its name, or a folder with all its pages.
    ///
    /// - Throws: `UsageError` for a path that is not there.
    mutating func add(_ argument: String) throws(UsageError) {
        if argument == "-" { return add(.standardInput) }
        let path = FilePath(argument)
        guard let entry = FileEntry(path) else {
            throw UsageError("\(argument): \(InputError(errno: errno).message)")
        }
        if entry.isFolder {
            walk(path, below: path.bytes.count, within: [entry.identity])
        } else {
            add(InputFile(path: path, displayed: displayed(path)))
        }
    }

    /// Adds a page of a list, which may have vanished since the list was made.
    mutating func addListed(_ path: FilePath) {
        if let entry = FileEntry(path), entry.isFolder {
            walk(path, below: path.bytes.count, within: [entry.identity])
        } else {
            add(InputFile(path: path, displayed: displayed(path)))
        }
    }

    /// Sorts what was found.
    mutating func sort() {
        files.sort { ($0.displayed, $0.path) < ($1.displayed, $1.path) }
    }

    private mutating func add(_ file: InputFile) {
        if seen.insert(file.path.normalized).inserted { files.append(file) }
    }

    /// Walks a folder; symbolic links are followed, unless they lead back to a folder that is being walked.
    private mutating func walk(_ folder: FilePath, below root: Int, within ancestors: [FileEntry.Identity]) {
        guard let names = FolderListing(folder)?.names else {
            failures.append(
                Failure(
                    subject: displayed(folder), reason: .unreadable, message: InputError(errno: errno).message))
            return
        }
        for name in names.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
            guard name.name.first != UInt8(ascii: ".") else { continue }
            let path = folder.appending(name.name)
            var relative = path.bytes[root...]
            if relative.first == UInt8(ascii: "/") { relative = relative.dropFirst() }
            guard !exclude.contains(where: { $0.matches(relative) }) else { continue }
            if name.mayBeFolder, let entry = FileEntry(path), entry.isFolder {
                guard !ancestors.contains(entry.identity) else { continue }
                walk(path, below: root, within: ancestors + [entry.identity])
            } else if !name.isFolder, include.contains(where: { $0.matches(relative) }) {
                add(InputFile(path: path, displayed: displayed(path)))
            }
        }
    }

    private func displayed(_ path: FilePath) -> String { path.relative(to: base).displayed }
}
