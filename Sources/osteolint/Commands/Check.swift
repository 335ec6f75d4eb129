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

    @Argument(help: "Pages, folders, or - for standard input. The working directory by default.")
    var paths: [String] = []

    @OptionGroup(title: "Input")
    var input: InputOptions

    @OptionGroup(title: "Verdict and output")
    var output: OutputOptions

    func run() throws {
        try reportingUsageErrors(check)
    }

    private func check() throws {
        Interruption.catchSignal()
        let writer = try ReportWriter(output.format, showsAllPlaces: output.allPlaces)
        let setup = try input.setup()
        var collector = FileCollector(setup.configuration, base: setup.base)
        try input.collect(paths, into: &collector)
        let masking = Masking(reveals: output.reveal)
        let linter = Linter(rules: RuleRegistry.all, configuration: setup.configuration, masking: masking)
        let checker = PageChecker(
            linter: linter, configuration: setup.configuration, charset: setup.charset,
            parsesAll: input.parsesAll, jobs: input.jobs)
        let outcome = checker.check(collector.files, progress: ProgressLine(total: collector.files.count))
        var failures = collector.failures + outcome.failures
        if collector.files.isEmpty { failures.append(Failure(noPageIn: paths, include: setup.configuration.include)) }
        let report = output.builder.report(
            command: "check", pages: outcome.pages, siteFindings: linter.lintSite(outcome.pages), failures: failures,
            files: outcome.files, masking: masking)
        if output.reveal { StandardStreams.complain("osteolint: --reveal: the report shows users' ids in clear") }
        try writer.write(report)
        if outcome.wasInterrupted {
            StandardStreams.complain(
                "osteolint: interrupted after \(outcome.files) of \(collector.files.count) pages; the rest was not checked")
            throw ExitCode(130)
        }
        if report.exitStatus != 0 { throw ExitCode(report.exitStatus) }
    }
}

extension Failure {
    /// Nothing was checked, which must not look like a pass.
    fileprivate init(noPageIn paths: [String], include: [String]) {
        let places = paths.isEmpty ? "." : paths.joined(separator: " ")
        self.init(
            subject: places, reason: .noInput,
            message: "no page matches \(include.joined(separator: ", ")); name the folder that your build writes to")
    }
}
