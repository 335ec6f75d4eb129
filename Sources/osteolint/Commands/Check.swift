import ArgumentParser
import Foundation
import OsteolintCore
import OsteolintRules

/// `osteolint check`: lints built pages; never uses the network.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lint built pages: files, folders, standard input. Uses no network.",
        discussion: """
            Reads .osteolint.yml, found upwards from the working directory. Pages without any embed pass, unless \
            --require-embeds is given.
            """)

    @Argument(
        help: "Pages, folders, or - for standard input. The working directory by default.", completion: .file())
    var paths: [String] = []

    @OptionGroup(title: "Input")
    var input: InputOptions

    @OptionGroup(title: "Scripts")
    var rendering: RenderOptions

    @OptionGroup(title: "Mending")
    var fixing: FixOptions

    @OptionGroup(title: "Known findings")
    var known: BaselineOptions

    @OptionGroup(title: "Verdict and output")
    var output: OutputOptions

    @Flag(name: .customLong("watch"), help: "Check again whenever a file changes, until Ctrl-C.")
    var isWatching = false

    func run() throws {
        try reportingUsageErrors(isWatching ? watch : check)
    }

    func check() throws {
        Interruption.catchSignal()
        try fixing.check(output, known)
        let showsReport = !fixing.showsDiff || !output.format.isEmpty
        let writer = try showsReport ? ReportWriter(output.format, showsAllPlaces: output.allPlaces) : nil
        let setup = try input.setup()
        let baseline = try known.run(setup.configuration, base: setup.base, output: output)
        let catalogue = try input.savedCatalogue()
        let collector = try collect(setup)
        try fixing.check(collector)
        let masking = Masking(reveals: output.reveal, secret: ClientSecret.known())
        let linter = Linter(rules: RuleRegistry.all, configuration: setup.configuration, masking: masking)
        let checker = PageChecker(
            linter: linter, configuration: setup.configuration, charset: setup.charset,
            parsesAll: input.parsesAll, jobs: input.jobs)
        let run = CheckRun(
            setup: setup, collector: collector, checker: checker, rendering: rendering, masking: masking,
            builder: output.builder, baseline: baseline, catalogue: catalogue, paths: paths, roots: input.roots(paths))
        var outcome = try run.outcome()
        var report = run.report(outcome)
        if fixing.isAskedFor {
            let fix = FixRun(
                linter: linter, builder: baseline.applied(to: output.builder, wasInterrupted: false),
                setup: setup, masking: masking, writes: fixing.writes,
                folders: Set(collector.files.map(\.folder)), jobs: input.jobs)
            let mended = try fix.mend(report, collector.files)
            if fixing.writes, mended.pages > 0 { outcome = try run.outcome() }
            outcome.failures += mended.failures
            outcome.wasInterrupted = outcome.wasInterrupted || Interruption.isRequested
            report = run.report(outcome)
            fix.summarise(mended, adding: &report)
        }
        try writer?.write(report)
        try baseline.finish(report)
        complain(outcome, of: collector.files.count)
        if report.exitStatus != 0 { throw ExitCode(report.exitStatus) }
    }

    func collect(_ setup: InputOptions.Setup) throws -> FileCollector {
        var collector = FileCollector(setup.configuration, base: setup.base)
        do {
            try input.collect(paths, into: &collector)
        } catch let error as UsageError {
            throw UsageError(error.description + suggestion)
        }
        return collector
    }

    /// The command that was perhaps meant where the first path is not there.
    private var suggestion: String {
        guard let first = paths.first, FileEntry(FilePath(first)) == nil else { return "" }
        let commands = Osteolint.configuration.subcommands.map {
            $0.configuration.commandName ?? String(describing: $0).lowercased()
        }
        return Suggestion.nearest(commands, to: first).map { "; or did you mean the command `\($0)`?" } ?? ""
    }

    private func complain(_ outcome: PageChecker.Outcome, of total: Int) {
        if output.reveal { StandardStreams.complain(OutputOptions.revealWarning) }
        guard outcome.wasInterrupted else { return }
        StandardStreams.complain(
            "osteolint: interrupted after \(outcome.files) of \(total) pages; the rest was not checked")
    }
}

extension Failure {
    /// Nothing was checked, which must not look like a pass.
    init(noPageIn paths: [String], include: [String]) {
        let places = paths.isEmpty ? "." : paths.joined(separator: " ")
        let fault = include.isEmpty ? "`include` is empty" : "no page matches \(include.joined(separator: ", "))"
        self.init(
            subject: places, reason: .noInput, message: "\(fault); name the folder that your build writes to")
    }
}
