import ArgumentParser
import Foundation
import OsteolintCore
import OsteolintReports

/// `osteolint report`: merges JSON reports, or judges a support bundle again, and writes any format; never uses the
/// network.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Merge JSON reports, of parts of a site or of several sites, and write them in any format.",
        discussion: """
            A finding that several reports hold stands once. The verdict is decided anew: --fail-on and its like are \
            not taken from the reports. NAME=FILE puts NAME/ in front of the paths of that report, for sites with \
            pages of the same name; where a file NAME=FILE is there, it is that file. With --replay, the answers in \
            a support bundle are judged again by this osteolint; what makes the run fail is what the audit had, \
            unless it is given.
            """)

    @Argument(
        help: ArgumentHelp(
            "Reports that --format json=FILE wrote, or - for standard input.", valueName: "[name=]file"),
        completion: .json)
    var files: [String] = []

    @Option(
        name: .customLong("replay"),
        help: ArgumentHelp(
            "Judge a support bundle again, as `audit --bundle` wrote it, instead of merging reports.",
            valueName: "file"), completion: .json)
    var bundle: String?

    @OptionGroup(title: "Verdict and output")
    var output: OutputOptions

    func run() throws {
        try reportingUsageErrors(write)
    }

    private func write() throws {
        signal(SIGPIPE, SIG_IGN)
        let writer = try ReportWriter(output.format, showsAllPlaces: output.allPlaces)
        let report = try bundle.map(replayed) ?? merged()
        try writer.write(report)
        if report.exitStatus != 0 { throw ExitCode(report.exitStatus) }
    }

    private func replayed(_ bundle: String) throws -> Report {
        guard files.isEmpty else {
            throw UsageError("--replay and reports to merge; replay the bundle to --format json=FILE first, then merge")
        }
        return try BundleFile(bundle).report(output)
    }

    private func merged() throws -> Report {
        guard !files.isEmpty else {
            throw UsageError("no report; name the files that `--format json=FILE` wrote, or - for standard input")
        }
        let reports = try savedReports()
        if !output.reveal, let revealed = reports.first(where: \.report.showsUserIdentifiers) {
            throw UsageError(
                "\(revealed.file): holds users' ids in clear, since its run was made with --reveal; give --reveal to "
                    + "write them, or write the report again without it")
        }
        let merged = output.builder.merge(reports.map(\.report))
        complain(merged.conflicts, of: reports.map(\.file))
        return merged.report
    }

    /// The reports in the order of the arguments; one that is named twice is read once.
    private func savedReports() throws -> [SavedReport] {
        var known: [String?: Set<FileEntry.Identity>] = [:]
        var readsInput = false
        return try files.map(ReportArgument.init).filter { argument in
            guard argument.file == "-" else {
                guard let entry = FileEntry(FilePath(argument.file)), entry.isFile else { return true }
                return known[argument.name, default: []].insert(entry.identity).inserted
            }
            guard !readsInput else { throw UsageError("standard input is named twice; it holds one report") }
            readsInput = true
            return true
        }.map(SavedReport.init)
    }

    private func complain(_ conflicts: [MergedReport.Conflict], of files: [String]) {
        if output.reveal {
            StandardStreams.complain(
                "osteolint: --reveal: users' ids that the reports show stay in clear; those that they mask stay masked")
        }
        var pages: [[Int]: [String]] = [:]
        for conflict in conflicts { pages[[conflict.first, conflict.second], default: []].append(conflict.path) }
        for (reports, paths) in pages.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let more = paths.count == 1 ? "" : " and \(paths.count - 1) more"
            StandardStreams.complain(
                "osteolint: \(VisibleText.visible(paths[0]))\(more): \(files[reports[0]]) and \(files[reports[1]]) hold "
                    + "other embeds, and both are kept; name sites that share names of pages, as in "
                    + "shop=\(files[reports[1]]), and leave out reports that are out of date")
        }
    }
}
