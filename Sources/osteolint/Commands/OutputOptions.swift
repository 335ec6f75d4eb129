import ArgumentParser
import OsteolintCore

/// What to write, and what makes the run fail.
struct OutputOptions: ParsableArguments {
    enum Threshold: String, ExpressibleByArgument, CaseIterable {
        case error, warning, note, never
    }

    enum Inconclusive: String, ExpressibleByArgument, CaseIterable {
        case fail, pass
    }

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "A format to write; repeatable. Without a file it goes to standard output.",
            valueName: "format[=file]"))
    var format: [OutputFormat] = []

    @Option(name: .customLong("fail-on"), help: "The severity from which on findings fail the run.")
    var failOn = Threshold.error

    @Option(help: "Whether what could not be checked fails the run (exit status 2).")
    var inconclusive = Inconclusive.fail

    @Flag(name: .customLong("require-embeds"), help: "Fail where no page holds an embed.")
    var requireEmbeds = false

    @Flag(name: .customLong("all-places"), help: "Text: show every place of a fault that many pages share.")
    var allPlaces = false

    @Flag(help: "Show users' ids in clear; secrets stay hidden.")
    var reveal = false

    /// Said on standard error, since the report is not for everybody then.
    static let revealWarning = "osteolint: --reveal: the report shows users' ids in clear"

    var builder: ReportBuilder {
        ReportBuilder(
            failOn: Severity(rawValue: failOn.rawValue), passesInconclusive: inconclusive == .pass,
            requiresEmbeds: requireEmbeds)
    }
}
