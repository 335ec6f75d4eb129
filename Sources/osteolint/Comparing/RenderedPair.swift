import OsteolintCore

/// Two folders, or two pages, that are to be compared.
struct RenderedPair {
    /// What came of reading them.
    struct Reading {
        let before: Render
        let after: Render
        /// Both together; pages sorted by path.
        let outcome: PageChecker.Outcome
        let failures: [Failure]
    }

    /// One of the two.
    fileprivate struct Side {
        let name: String
        let entry: FileEntry
        var collector: FileCollector
    }

    let setup: ReadingOptions.Setup
    private let before: Side
    private let after: Side

    /// How many pages there are in both.
    var pages: Int { before.collector.files.count + after.collector.files.count }

    /// Finds the pages.
    ///
    /// - Throws: `UsageError` where the two cannot be compared, whatever is in them.
    init(_ before: String, _ after: String, setup: ReadingOptions.Setup) throws(UsageError) {
        self.setup = setup
        var first = try Self.side(before, setup)
        var second = try Self.side(after, setup)
        guard first.entry.isFolder == second.entry.isFolder else {
            throw UsageError("a folder and a page; name two folders, or two pages")
        }
        guard first.entry.identity != second.entry.identity else {
            throw UsageError(
                "\(before) and \(after) are the same \(first.entry.isFolder ? "folder" : "file"), which is always like "
                    + "itself; render the pages twice, into two folders")
        }
        // A render may lie in the folder of the other; its pages are its own.
        if FilePath(after).lies(below: FilePath(before)) { first.collector.leaveOut(below: FilePath(after)) }
        if FilePath(before).lies(below: FilePath(after)) { second.collector.leaveOut(below: FilePath(before)) }
        self.before = first
        self.after = second
    }

    private static func side(_ path: String, _ setup: ReadingOptions.Setup) throws(UsageError) -> Side {
        guard !path.isEmpty else { throw UsageError("an empty path; write . for the working directory") }
        guard path != "-" else { throw UsageError("compare reads no standard input; name two folders, or two pages") }
        var collector = FileCollector(setup.configuration, base: setup.base)
        try collector.add(path)
        guard let entry = FileEntry(FilePath(path)) else { throw UsageError("\(path): no such file") }
        collector.sort()
        collector.leaveOutSiteFiles()
        return Side(name: path, entry: entry, collector: collector)
    }

    /// Reads both, one after the other.
    func read(by checker: PageChecker) -> Reading {
        let first = checker.check(before.collector)
        let second = checker.check(after.collector)
        var outcome = first
        outcome.merge(second)
        outcome.pages.sort { $0.path < $1.path }
        return Reading(
            before: before.render(first), after: after.render(second), outcome: outcome,
            failures: failures(before) + failures(after) + outcome.failures)
    }

    private func failures(_ side: Side) -> [Failure] {
        guard side.collector.isEmpty else { return side.collector.failures }
        return side.collector.failures + [Failure(noPageIn: [side.name], include: setup.configuration.include)]
    }
}

extension RenderedPair.Side {
    /// What can be compared of it.
    fileprivate func render(_ outcome: PageChecker.Outcome) -> Render {
        let read = Set(outcome.readPaths)
        guard entry.isFolder else {
            return Render(name: name, wasRead: !read.isEmpty, page: outcome.pages.first)
        }
        return Render(
            name: name, paths: collector.files.map(\.sitePath),
            readPaths: collector.files.filter { read.contains($0.displayed) }.map(\.sitePath), pages: outcome.pages)
    }
}
