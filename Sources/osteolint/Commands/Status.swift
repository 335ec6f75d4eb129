import ArgumentParser
import Foundation
import OsteolintCore
import OsteolintNetwork
import OsteolintReports
import OsteolintRules
import WebURL

/// `osteolint status`: asks product-status about given embeds.
struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask Osteocom what the cards of given embed URLs show, and why.",
        discussion: """
            Sends what the card itself would send, within Osteocom's rate limit. Quote each URL: a shell takes & for \
            its own. Proxies come from the environment.
            """)

    @Argument(help: "URLs of embeds, as they stand in the pages' src.")
    var urls: [String]

    @Option(
        name: .customLong("config"),
        help: ArgumentHelp("The configuration file to use instead of the nearest .osteolint.yml.", valueName: "file"),
        completion: .configuration)
    var configurationFile: String?

    @OptionGroup(title: "Product status")
    var status: StatusOptions

    @OptionGroup(title: "Connections")
    var connection: ConnectionOptions

    @OptionGroup(title: "Known findings")
    var known: BaselineOptions

    @OptionGroup(title: "Verdict and output")
    var output: OutputOptions

    func run() async throws {
        try await reportingUsageErrors(ask)
    }

    private func ask() async throws {
        Interruption.catchSignal()
        let writer = try ReportWriter(output.format, showsAllPlaces: output.allPlaces)
        let (configuration, folder) = try ReadingOptions.readConfiguration(configurationFile)
        guard !known.isStrict else {
            throw UsageError("--strict-baseline is for check and audit: no page is read here, so no entry is missed")
        }
        let baseline = try known.run(configuration, base: folder, output: output)
        let masking = Masking(reveals: output.reveal, secret: ClientSecret.known())
        let targets = try self.targets()
        let contacts = try contacts(for: targets, configuration.environment)
        let live = LiveStatuses(
            options: status, memory: try status.memory(),
            fetcher: try connection.fetcher(for: contacts, requests: status.maximalRequests), contacts: contacts,
            masking: masking, isTemplate: false)
        let answers = await live.ask(targets)
        let statuses = answers.statuses
        let linter = Linter(rules: RuleRegistry.all, configuration: configuration, masking: masking)
        let builder = baseline.applied(to: output.builder, wasInterrupted: Interruption.isRequested)
        var report = builder.report(
            command: "status", pages: [], siteFindings: linter.lintStatuses(StatusAudit(statuses: statuses)),
            failures: [], files: 0, live: live.results(of: answers))
        if Interruption.isRequested { report.markInterrupted() }
        complain()
        try writer.write(report)
        try baseline.finish(report)
        if report.exitStatus != 0 { throw ExitCode(report.exitStatus) }
    }

    /// Osteocom's hosts, the configured one, and those of this computer that were named.
    ///
    /// - Throws: `UsageError` for any other: a user's id is for Osteocom alone.
    private func contacts(for targets: [StatusTarget], _ environment: OsteolintCore.Environment?) throws -> ContactList
    {
        let urls = targets.map(\.url.url)
        let contacts = ContactList(
            environment: environment, named: urls.filter { $0.host.map(HostReach.isLoopback) ?? false })
        if let url = urls.first(where: { !contacts.allows($0) }) {
            let shown = VisibleText.visible(url.origin.serialized)
            throw UsageError(
                "\(shown) is not asked: it is none of Osteocom's servers, and the user's id is for them alone; "
                    + "write https, or set `environment` in \(ConfigurationFile.name) to a server of your own")
        }
        return contacts
    }

    private func complain() {
        if output.reveal { StandardStreams.complain(OutputOptions.revealWarning) }
        if Interruption.isRequested {
            StandardStreams.complain("osteolint: interrupted; what is open was not asked")
        }
    }

    /// The distinct questions, in the order of the arguments.
    private func targets() throws -> [StatusTarget] {
        var seen: Set<StatusQuestion> = []
        return try urls.map(EmbedArgument.url).compactMap { url in
            let question = StatusQuestion(of: url.url).asked(with: status.user)
            return seen.insert(question).inserted ? StatusTarget(question: question, url: url, embeds: []) : nil
        }
    }
}
