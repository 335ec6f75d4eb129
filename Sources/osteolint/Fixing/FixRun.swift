import Foundation
import OsteolintCore
import OsteolintReports
import Synchronization
import WholeFiles

/// Mends the pages of a run, and shows or writes what came of them.
struct FixRun {
    /// How many pages are held at the same time.
    private static let batch = 64
    /// How many pages are named of those that could not be mended as a whole.
    private static let named = 5

    /// What came of the pages.
    struct Outcome: Sendable {
        /// How many faults were cured, in how many pages.
        var cured = 0
        var pages = 0
        /// How many findings more, or less, the pages have that were mended.
        var growth = 0
        /// Pages that could not be written.
        var failures: [Failure] = []
        /// Pages in which something certain was left as it is.
        var remarks: [Remark] = []
        /// The diff of the pages, in order; empty where they are written.
        var diff: [UInt8] = []

        mutating func merge(_ other: Outcome) {
            cured += other.cured
            pages += other.pages
            growth += other.growth
            failures += other.failures
            remarks += other.remarks
            diff += other.diff
        }
    }

    let linter: Linter
    let builder: ReportBuilder
    let setup: InputOptions.Setup
    /// Hides users' ids from who looks at the diff on a terminal.
    let masking: Masking
    let writes: Bool
    /// The folders that were named, and those of files that were.
    let folders: Set<FilePath>
    let jobs: Int

    /// Mends the pages that the report has curable findings in.
    ///
    /// - Parameters:
    ///   - report: what was found.
    ///   - files: the pages of the run.
    /// - Returns: what came of them; the diff is written already.
    /// - Throws: `UsageError` where standard output takes no diff.
    func mend(_ report: Report, _ files: [InputFile]) throws(UsageError) -> Outcome {
        let curable = report.findings.filter { $0.fix != nil && !$0.isSuppressed }.compactMap { $0.place?.path }
        let paths = Set(curable)
        let files = Self.distinct(files.filter { paths.contains($0.displayed) })
        var total = Outcome()
        for start in stride(from: 0, to: files.count, by: Self.batch) where !Interruption.isRequested {
            let batch = Array(files[start..<min(files.count, start + Self.batch)])
            var outcome = mend(batch)
            try show(outcome.diff)
            outcome.diff = []
            total.merge(outcome)
        }
        return total
    }

    /// Each file once, even where links lead to it under several names.
    private static func distinct(_ files: [InputFile]) -> [InputFile] {
        var seen: Set<FileEntry.Identity> = []
        return files.filter { file in FileEntry(file.path).map { seen.insert($0.identity).inserted } ?? true }
    }

    /// Mends pages on all cores.
    private func mend(_ files: [InputFile]) -> Outcome {
        let outcomes = Mutex<[Int: Outcome]>([:])
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, files.count))) { _ in
            let decoder = TextDecoder()
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < files.count else { return }
                let outcome = mend(files[index], decoder)
                outcomes.withLock { $0[index] = outcome }
            }
        }
        return outcomes.withLock { outcomes in
            files.indices.reduce(into: Outcome()) { total, index in
                if let outcome = outcomes[index] { total.merge(outcome) }
            }
        }
    }

    private func mend(_ file: InputFile, _ decoder: TextDecoder) -> Outcome {
        var outcome = Outcome()
        guard !file.isStream else {
            outcome.remarks = [Remark(subject: file.displayed, message: "not mended, since it is no file of its own")]
            return outcome
        }
        let fixer = PageFixer(
            linter: linter, builder: builder, configuration: setup.configuration,
            options: Page.Options(charset: setup.charset), decoder: decoder)
        do {
            let page = try fixer.fix(try InputReader.bytes(of: file.path), path: file.displayed)
            if let obstacle = page.obstacle { outcome.remarks = [Remark(subject: file.displayed, message: obstacle)] }
            guard page.isChanged else { return outcome }
            if writes {
                try FixedFile(path: file.path, folders: folders).replace(page.edited)
            } else {
                let diff = UnifiedDiff(page.edited, path: file.path.relative(to: setup.base).bytes).bytes
                guard !showsSecret(diff) else {
                    outcome.remarks.append(Remark(subject: file.displayed, message: Self.secret))
                    return outcome
                }
                outcome.diff = diff
            }
            outcome.cured = page.cured
            outcome.pages = 1
            outcome.growth = page.after - page.before
        } catch {
            outcome.failures = [Failure(mending: file.displayed, error)]
        }
        return outcome
    }

    private static let secret =
        "not shown, since the lines around what can be mended hold a secret; take it out, or mend with --fix --write"

    /// Whether a diff has something that nothing may show, in whatever encoding.
    private func showsSecret(_ diff: [UInt8]) -> Bool {
        let text = String(decoding: diff.filter { $0 != 0 }, as: UTF8.self)
        let revealing = Masking(reveals: true, secret: masking.secret)
        guard revealing.masked(snippet: text, identifiers: []) == text else { return true }
        let site = Site(configuration: setup.configuration, secret: masking.secret)
        return !SecretScan(Array(text.utf8), in: site).secrets().isEmpty
    }

    private func show(_ diff: [UInt8]) throws(UsageError) {
        guard !diff.isEmpty else { return }
        try StandardStreams.stream { output in
            guard isatty(STDOUT_FILENO) == 1 else { return diff.withUnsafeBufferPointer { output.write($0) } }
            // What is only looked at need not be exact, but harmless for the terminal.
            let text = String(decoding: diff, as: UTF8.self).replacing("\r\n", with: "\n")
            output.write(
                VisibleText.visible(masking.masked(snippet: text, identifiers: []), keepsLineFeeds: true))
        }
    }

    /// Says on standard error what was mended, and how much needs a person.
    ///
    /// - Parameters:
    ///   - outcome: what came of the pages.
    ///   - report: what was found in the pages as they are now; takes the remarks.
    func summarise(_ outcome: Outcome, adding report: inout Report) {
        report.remarks += outcome.remarks
        let findings = report.findings.count { !$0.isSuppressed } + (writes ? 0 : outcome.growth)
        for remark in outcome.remarks.prefix(Self.named) {
            StandardStreams.complain(VisibleText.visible("osteolint: \(remark.subject): \(remark.message)"))
        }
        let others = outcome.remarks.count - Self.named
        if others > 0 { StandardStreams.complain("osteolint: and so in \(others) more") }
        let verb = findings == 1 ? "needs" : "need"
        let left = findings == 0 ? "nothing is left" : "\(Self.count(findings, "finding")) \(verb) a person"
        guard outcome.cured > 0 else {
            return StandardStreams.complain(
                findings == 0 ? "osteolint: there is nothing to mend" : "osteolint: nothing can be mended; \(left)")
        }
        let mended = "\(Self.count(outcome.cured, "fault")) in \(Self.count(outcome.pages, "page"))"
        StandardStreams.complain(
            writes
                ? "osteolint: mended \(mended); \(left)"
                : "osteolint: can mend \(mended), with --fix --write; then \(left)")
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

extension Failure {
    /// Why a page was not mended.
    fileprivate init(mending path: String, _ error: any Error) {
        switch error {
        case let error as PageFailure: self.init(subject: path, error)
        case let error as InputError: self.init(subject: path, reason: .unreadable, message: error.message)
        case let error as FixedFile.Refusal:
            self.init(subject: path, reason: .notWritten, message: "not mended: \(error.reason)")
        default: self.init(subject: path, reason: .notWritten, message: "not mended")
        }
    }
}
