import ArgumentParser
import OsteolintCore
import OsteolintRules

/// `osteolint compare`: holds two renders of the same pages against each other; never uses the network.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Hold two renders of the same pages against each other. Uses no network.",
        discussion: """
            Both renders are those of one user, so every embed must carry the same partnerUserId in both. Pages are \
            matched by their paths below A and B, embeds by their product. Other rules are not run: that is what \
            `osteolint check` is for.
            """)

    @Argument(help: ArgumentHelp("The first render: a folder, or a page.", valueName: "a"), completion: .file())
    var before: String

    @Argument(help: ArgumentHelp("The second render: a folder, or a page.", valueName: "b"), completion: .file())
    var after: String

    @Flag(
        name: .customLong("different-users"),
        help: "The renders are those of two users: no embed may carry the same partnerUserId in both.")
    var areOfDifferentUsers = false

    @OptionGroup(title: "Input")
    var reading: ReadingOptions

    @OptionGroup(title: "Verdict and output")
    var output: OutputOptions

    func run() throws {
        try reportingUsageErrors(compare)
    }

    private func compare() throws {
        Interruption.catchSignal()
        let writer = try ReportWriter(output.format, showsAllPlaces: output.allPlaces)
        let renders = try RenderedPair(before, after, setup: reading.setup())
        let masking = Masking(reveals: output.reveal, secret: ClientSecret.known())
        let configuration = renders.setup.configuration
        let rules = RuleRegistry.all.filter { $0 is any ComparisonRule.Type }
        let linter = Linter(rules: rules, configuration: configuration, masking: masking)
        let checker = PageChecker(
            linter: linter, configuration: configuration, charset: renders.setup.charset,
            parsesAll: reading.parsesAll, jobs: reading.jobs)
        let read = renders.read(by: checker)
        let comparison = RenderComparison(read.before, read.after, areOfDifferentUsers: areOfDifferentUsers)
        var live = LiveResults()
        live.remarks = Self.remarks(rules, configuration)
        var report = output.builder.report(
            command: "compare", pages: read.outcome.pages, siteFindings: linter.lintComparison(comparison),
            failures: read.failures + (read.outcome.wasInterrupted ? [] : comparison.failures),
            files: read.outcome.files, live: live)
        if read.outcome.wasInterrupted { report.markInterrupted() }
        try writer.write(report)
        complain(read.outcome, of: renders.pages)
        if report.exitStatus != 0 { throw ExitCode(report.exitStatus) }
    }

    /// What to know where no rule is left to compare anything.
    private static func remarks(_ rules: [any Rule.Type], _ configuration: Configuration) -> [Remark] {
        rules.map { $0.descriptor.id }.filter { configuration.rules[$0] == .off }.map {
            Remark(subject: $0, message: "is switched off, so nothing was compared")
        }
    }

    private func complain(_ outcome: PageChecker.Outcome, of total: Int) {
        if output.reveal { StandardStreams.complain(OutputOptions.revealWarning) }
        guard outcome.wasInterrupted else { return }
        StandardStreams.complain(
            "osteolint: interrupted after \(outcome.files) of \(total) pages; the rest was not compared")
    }
}
