import OsteolintCore
import OsteolintReports

/// What one run does with the baseline: reads it before anything is checked, or writes it at the end.
struct BaselineRun {
    /// The largest file that is read, in bytes.
    private static let limit = 64 << 20

    private let use: BaselineUse
    /// Where the findings are written down; nil where they are not.
    private let target: ReportFile?
    /// The file's path in messages.
    private let shown: String
    /// What the file held before it is written; empty where there was none.
    private let replaced: Baseline

    /// Nothing is known, and nothing written down.
    static let none = BaselineRun(use: .none, target: nil, shown: "")

    private init(use: BaselineUse, target: ReportFile?, shown: String, replaced: Baseline = Baseline([])) {
        self.use = use
        self.target = target
        self.shown = shown
        self.replaced = replaced
    }

    /// Reads a baseline.
    ///
    /// - Parameters:
    ///   - path: its file.
    ///   - shown: the same in messages.
    ///   - base: the folder that reports show paths relative to.
    ///   - isStrict: whether entries that no longer occur make the run fail.
    /// - Throws: `UsageError` where the file is not there, or is no baseline.
    init(reading path: FilePath, shown: String, base: FilePath, isStrict: Bool) throws(UsageError) {
        let reader = InputReader(limit: Self.limit)
        let bytes: [UInt8]
        do throws(InputError) {
            bytes = Array(try reader.read(path))
            // The bytes are the reader's own, so it has to last until they are copied.
            withExtendedLifetime(reader) {}
        } catch .notThere {
            throw UsageError("\(shown): there is no such baseline; make it with --write-baseline")
        } catch .tooLarge {
            throw UsageError("\(shown): is larger than \(Self.limit) bytes, so it is no baseline")
        } catch {
            throw UsageError("\(shown): \(error.message)")
        }
        do throws(BaselineFault) {
            let known = try BaselineDocument.read(bytes)
            self.init(
                use: .known(known, path: path.relative(to: base).displayed, isStrict: isStrict), target: nil,
                shown: shown)
        } catch {
            throw UsageError(
                "\(shown)\(error.place): \(error.message); "
                    + "mend the baseline, or write it again with --write-baseline")
        }
    }

    /// Prepares to write a baseline to a path, whether or not there is one already.
    ///
    /// - Throws: `UsageError` where the file cannot be written.
    init(writing shown: String) throws(UsageError) {
        let before = (try? InputReader(limit: Self.limit).readAll(shown)) ?? []
        let replaced = (try? BaselineDocument.read(before)) ?? Baseline([])
        self.init(use: .record, target: try ReportFile(shown), shown: shown, replaced: replaced)
    }

    /// Whether it matters which files were read.
    var isKnown: Bool { if case .known = use { true } else { false } }

    /// A builder that knows the baseline; where the run was interrupted, findings are not written down and so count.
    func applied(to builder: ReportBuilder, wasInterrupted: Bool) -> ReportBuilder {
        var builder = builder
        if target == nil || !wasInterrupted { builder.baseline = use }
        return builder
    }

    /// Writes the findings of a report down, if that was asked for, and says so.
    ///
    /// - Throws: `UsageError` where the file cannot be written.
    func finish(_ report: Report) throws(UsageError) {
        guard let target else { return }
        guard report.exitStatus != 130, report.exitStatus != 70 else {
            return StandardStreams.complain("osteolint: \(shown): not written, since the run did not come to its end")
        }
        guard report.summary.files > 0 || !report.statuses.isEmpty else {
            return StandardStreams.complain("osteolint: \(shown): not written, since no page was checked")
        }
        let baseline = Baseline(of: report)
        try target.write { BaselineWriter().write(baseline, to: $0) }
        let findings = baseline.entries.reduce(0) { $0 + $1.count }
        let dropped = replaced.files.subtracting(baseline.files).sorted()
        let also =
            dropped.isEmpty
            ? ""
            : "; its entries for \(dropped[0])\(dropped.count > 1 ? " and \(dropped.count - 1) more" : "") are gone: "
                + "run osteolint on the whole site to keep what still occurs"
        StandardStreams.complain(
            "osteolint: \(shown): written; \(findings) \(findings == 1 ? "finding" : "findings") of this run will not count"
                + VisibleText.visible(also))
    }
}
