import ArgumentParser
import Foundation
import OsteolintCore
import OsteolintNetwork
import OsteolintReports
import OsteolintRules
import WebURL

/// `osteolint audit`: `check`, then asks Osteocom whether each declared origin may host each embed.
struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check, then ask Osteocom live: may each declared origin host each card, and what does it show?",
        discussion: """
            Pages may be files, folders and URLs. Contacts Osteocom's hosts, the configured one and those of the URLs \
            given, and no other; see --max-fetches and --max-requests. With OSTEOCOM_CLIENT_SECRET set, it reads the \
            partner's catalogue too. Proxies come from the environment.
            """)

    @Argument(
        help: "Pages, folders, URLs of pages, or - for standard input. The working directory by default.",
        completion: .file())
    var inputs: [String] = []

    @OptionGroup(title: "Input")
    var input: InputOptions

    @OptionGroup(title: "Scripts")
    var rendering: RenderOptions

    @OptionGroup(title: "Framing")
    var audit: AuditOptions

    @OptionGroup(title: "Product status")
    var status: StatusOptions

    @OptionGroup(title: "Connections")
    var connection: ConnectionOptions

    @OptionGroup(title: "Known findings")
    var known: BaselineOptions

    @OptionGroup(title: "Verdict and output")
    var output: OutputOptions

    @Option(
        name: .customLong("bundle"),
        help: ArgumentHelp(
            "Write what Osteocom support needs to this file: report, questions, answers, times; no secrets.",
            discussion: "`osteolint report --replay` judges it again.", valueName: "file"),
        completion: .json)
    var bundle: String?

    func run() async throws {
        try await reportingUsageErrors(runAudit)
    }

    private func runAudit() async throws {
        Interruption.catchSignal()
        let writer = try ReportWriter(output.format, showsAllPlaces: output.allPlaces)
        let supportFile = try bundle.map(bundleFile)
        var setup = try input.setup()
        setup.configuration.origins += audit.origins.map { DeclaredOrigin(text: $0, place: nil) }
        let urls = try pageURLs()
        let baseline = try known.run(setup.configuration, base: setup.base, output: output)
        let run = try auditRun(setup, urls: urls, baseline)
        let files = try collect(setup, besideURLs: !urls.isEmpty)
        let began = Date.now
        let outcome = try await run.outcome(files, input: input, rendering: rendering, arguments: inputs)
        if output.reveal { StandardStreams.complain(OutputOptions.revealWarning(bundle: bundle)) }
        let report = outcome.report
        let failure = supportFile.flatMap {
            write(supportBundle(of: outcome, setup.configuration, began: began), to: $0)
        }
        try writer.write(report)
        if let failure { throw failure }
        try baseline.finish(report)
        if report.exitStatus != 0 { throw ExitCode(report.exitStatus) }
    }

    private func bundleFile(_ path: String) throws(UsageError) -> ReportFile {
        guard !path.isEmpty else { throw UsageError("--bundle takes the name of a file") }
        guard !output.format.contains(where: { $0.file.map { FilePath($0).normalized } == FilePath(path).normalized })
        else {
            throw UsageError("a format and the bundle for \(path); give each a file of its own")
        }
        return try ReportFile(path, isPrivate: true)
    }

    /// Writes a bundle; the formats are written all the same where it cannot be.
    private func write(_ bundle: SupportBundle, to file: ReportFile) -> UsageError? {
        do throws(UsageError) {
            try file.write { BundleReporter().write(bundle, to: $0) }
            return nil
        } catch {
            return error
        }
    }

    private func supportBundle(
        of outcome: AuditRun.Outcome, _ configuration: Configuration, began: Date
    ) -> SupportBundle {
        let masking = Masking(reveals: output.reveal, secret: ClientSecret.known())
        let run = SupportBundle.Run(
            version: Osteolint.version, platform: .current, began: began.ISO8601Format(), isRevealed: output.reveal,
            configuration: configuration.recorded(by: masking), builder: output.builder,
            limits: SupportBundle.Limits(
                timeout: connection.timeout, fetches: audit.maximalFetches, requests: status.maximalRequests,
                asksEverything: audit.asksEverything),
            proxies: outcome.proxies)
        var bundle = SupportBundle(
            run: run, record: AuditRecord(framing: outcome.framing, statuses: outcome.statuses, masking: masking),
            report: outcome.report,
            failures: outcome.framing.failures(masking: masking)
                + ProductStatus.failures(outcome.statuses.statuses, masking: masking))
        bundle.isJudgedAgain = BundleReplay(bundle, builder: run.builder).differences.isEmpty
        return bundle
    }

    private func auditRun(_ setup: InputOptions.Setup, urls: [WebURL], _ baseline: BaselineRun) throws -> AuditRun {
        let configuration = setup.configuration
        let contacts = ContactList(environment: configuration.environment, named: urls)
        // Nothing but cards is asked of Osteocom in a user's name, and nothing of anybody else.
        let osteocom = ContactList(environment: configuration.environment)
        let catalogue = LiveCatalogue(
            configuration: configuration, saved: try input.savedCatalogue(), secret: try ClientSecret.ofEnvironment(),
            fetcher: try connection.fetcher(for: osteocom, requests: LiveCatalogue.requests))
        let statuses = LiveStatuses(
            options: status, memory: try status.memory(),
            fetcher: try connection.fetcher(for: osteocom, requests: status.maximalRequests),
            contacts: osteocom, masking: Masking(reveals: output.reveal, secret: ClientSecret.known()),
            isTemplate: configuration.rendering == .template)
        return AuditRun(
            setup: setup, chains: try audit.ancestorChains(), urls: urls, options: audit, output: output,
            baseline: baseline,
            fetcher: try connection.fetcher(for: contacts, requests: audit.maximalFetches), contacts: contacts,
            catalogue: catalogue, statuses: statuses)
    }

    /// The arguments that are URLs.
    private func pageURLs() throws -> [WebURL] {
        try inputs.filter(Self.isURL).map { text in
            guard let url = WebURL(text), url.host != nil else {
                let shown = VisibleText.visible(OriginJudgement.judge([text])[0].declared)
                throw UsageError("\(shown) is no URL; write it as https://lms.partner.com/course")
            }
            guard url.username.isEmpty, url.password.isEmpty else {
                throw UsageError("a URL with user information in it; osteolint takes no passwords in arguments")
            }
            return url
        }
    }

    /// Whether an argument is the URL of a page, and no path.
    static func isURL(_ text: String) -> Bool {
        text.lowercased().hasPrefix("https://") || text.lowercased().hasPrefix("http://")
    }

    private func collect(_ setup: InputOptions.Setup, besideURLs: Bool) throws -> FileCollector {
        var collector = FileCollector(setup.configuration, base: setup.base)
        let paths = inputs.filter { !Self.isURL($0) }
        guard !paths.isEmpty || input.filesFrom != nil || !besideURLs else { return collector }
        try input.collect(paths, into: &collector)
        return collector
    }
}
