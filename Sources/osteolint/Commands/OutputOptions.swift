import ArgumentParser
import OsteolintCore
import OsteolintReports

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
            "A format to write to a file, or to standard output: text, json, html, sarif, junit, github, gitlab or "
                + "markdown; repeatable.", valueName: "format[=file]"),
        completion: .list(ReportFormat.allCases.map(\.rawValue)),
        transform: OutputFormat<ReportFormat>.init(argument:))
    var format: [OutputFormat<ReportFormat>] = []

    @Option(
        name: .customLong("fail-on"), help: "The severity from which on findings fail the run; error by default.")
    var failOn: Threshold?

    @Option(help: "Whether what could not be checked fails the run (exit status 2); fail by default.")
    var inconclusive: Inconclusive?

    @Flag(name: .customLong("require-embeds"), help: "Fail where no page holds an embed.")
    var requireEmbeds = false

    @Flag(name: .customLong("all-places"), help: "Text: show every place of a fault that many pages share.")
    var allPlaces = false

    @Flag(help: "Show users' ids in clear; secrets stay hidden.")
    var reveal = false

    /// Said on standard error, since the report is not for everybody then.
    static let revealWarning = "osteolint: --reveal: the report shows users' ids in clear"

    /// The same, where a bundle shows them as well.
    static func revealWarning(bundle: String?) -> String {
        guard let bundle else { return revealWarning }
        return
            "osteolint: --reveal: the report and the bundle \(VisibleText.visible(bundle)) show users' ids in clear; "
            + "hand them to nobody who may not see them"
    }

    var builder: ReportBuilder { builder(overriding: ReportBuilder()) }

    /// What the flags make of what another run had.
    func builder(overriding usual: ReportBuilder) -> ReportBuilder {
        ReportBuilder(
            failOn: failOn.map { Severity(rawValue: $0.rawValue) } ?? usual.failOn,
            passesInconclusive: inconclusive.map { $0 == .pass } ?? usual.passesInconclusive,
            requiresEmbeds: requireEmbeds || usual.requiresEmbeds)
    }
}
