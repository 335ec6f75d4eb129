import Foundation
import OsteolintCore
import OsteolintNetwork
import OsteolintReports
import OsteolintRules
import WebURL

/// One run of `osteolint audit`: pages, questions, answers, report.
struct AuditRun {
    let setup: InputOptions.Setup
    /// The chains that were given as arguments.
    let chains: [AncestorChain]
    /// The pages that were given as URLs.
    let urls: [WebURL]
    let options: AuditOptions
    let output: OutputOptions
    let baseline: BaselineRun
    /// Fetches pages and cards.
    let fetcher: Fetcher
    let contacts: ContactList
    let catalogue: LiveCatalogue
    let statuses: LiveStatuses

    /// What came of it.
    struct Outcome {
        /// The report, ready to be written.
        let report: Report
        let framing: FramingAudit
        let statuses: StatusAudit
        /// The proxies that servers were asked through, by the servers' origins, sorted.
        let proxies: [SupportBundle.Proxy]
    }

    private var configuration: Configuration { setup.configuration }
    private var masking: Masking { Masking(reveals: output.reveal, secret: ClientSecret.known()) }
    private var connections: Int { FetchLimits().connections }

    /// Asks, judges, and makes the report.
    ///
    /// - Parameters:
    ///   - collector: the pages that are files.
    ///   - input: how to read them.
    ///   - rendering: whether their scripts are run, and how.
    ///   - arguments: what was named, for the failure that nothing was found.
    /// - Returns: what came of it.
    /// - Throws: what the cryptography library does.
    func outcome(
        _ collector: FileCollector, input: InputOptions, rendering: RenderOptions, arguments: [String]
    ) async throws -> Outcome {
        let linter = Linter(rules: RuleRegistry.all, configuration: configuration, masking: masking)
        let origins = JudgedOrigin.judge(configuration.origins)
        let (outcome, served, skipped) = try await checkedPages(
            collector, linter: linter, input: input, rendering: rendering)
        var failures = Array(Set(collector.failures)) + outcome.failures
        if collector.isEmpty, urls.isEmpty {
            failures.append(Failure(noPageIn: arguments, include: configuration.include))
        }
        let declared = declaredChains(origins)
        let framing = await self.framing(of: outcome.pages, served: served, declared: declared)
        let products = await self.products(of: outcome.pages)
        var results = framing.results
        results.add(products.results)
        results.skipped += skipped
        if declared.isEmpty, chains.isEmpty { results.failures.append(.noDeclaredOrigin(setup)) }
        let proxies = proxies(of: framing.audit)
        results.remarks += proxies.map(Remark.init)
        let survey = PagePolicySurvey(
            outcome.pages, hosting: outcome.hosting, answers: framing.audit.answers)
        results.remarks += survey.remarks
        let siteFindings =
            outcome.fileFindings + linter.lintSite(outcome.pages)
            + linter.lintPolicies(survey) + linter.lintOrigins(origins) + linter.lintFraming(framing.audit)
            + linter.lintStatuses(products.audit)
        let wasInterrupted = outcome.wasInterrupted || Interruption.isRequested
        let builder = baseline.applied(to: output.builder, wasInterrupted: wasInterrupted)
        let paths = arguments.filter { !Audit.isURL($0) }
        let scope = setup.scope(
            of: outcome, linter: linter, named: urls.isEmpty ? input.roots(paths) : paths, isComplete: !wasInterrupted,
            baseline)
        var report = builder.report(
            command: "audit", pages: outcome.pages, siteFindings: siteFindings, failures: failures,
            origins: origins.map(\.judgement), files: outcome.files, live: results, scope: scope)
        if wasInterrupted {
            report.markInterrupted()
            StandardStreams.complain("osteolint: interrupted; what is open was not checked")
        }
        return Outcome(report: report, framing: framing.audit, statuses: products.audit, proxies: proxies)
    }

    private func checkedPages(
        _ collector: FileCollector, linter: Linter, input: InputOptions, rendering: RenderOptions
    ) async throws -> (outcome: PageChecker.Outcome, served: [FramingAudit.ServedPage], skipped: [Skip]) {
        let checker = PageChecker(
            linter: linter, configuration: configuration, charset: setup.charset, parsesAll: input.parsesAll,
            jobs: input.jobs)
        var outcome = checker.check(collector)
        let skipped = try rendering.render(
            collector, urls: urls.map(masking.masked), with: checker, into: &outcome)
        let runner = PageRunner(fetcher: fetcher, connections: connections)
        let fetched = await FetchedPages(checker: checker, runner: runner, masking: masking).check(urls)
        outcome.merge(fetched.outcome)
        outcome.pages.sort { $0.path < $1.path }
        return (outcome, fetched.served, skipped)
    }

    private func framing(
        of pages: [LintedPage], served: [FramingAudit.ServedPage], declared: [AncestorChain]
    ) async -> LiveFraming.Outcome {
        let outcome = await LiveFraming(
            declared: declared, chains: chains, served: served, contacts: contacts, masking: masking,
            isTemplate: configuration.rendering == .template, asksEverything: options.asksEverything,
            connections: connections
        ).results(for: pages, fetcher: fetcher)
        await fetcher.shutdown()
        return outcome
    }

    private func products(of pages: [LintedPage]) async -> LiveStatuses.Outcome {
        let embeds = pages.flatMap(\.embeds).filter { $0.state != .inert }
        let known = await catalogue.catalogue(for: embeds)
        return await statuses.results(for: pages, known)
    }

    /// One chain for each declared origin of which it is clear what is meant, whether or not it was written as it should be.
    private func declaredChains(_ origins: [JudgedOrigin]) -> [AncestorChain] {
        var seen: Set<Origin> = []
        return origins.compactMap { declared in
            let meant = declared.judgement.suggestion.flatMap(Origin.init(serialized:))
            guard let meant, seen.insert(meant).inserted else { return nil }
            return AncestorChain([meant], place: declared.declared.place)
        }
    }

    private func proxies(of audit: FramingAudit) -> [SupportBundle.Proxy] {
        let asked = Set((audit.verdicts.map(\.target.url) + urls).map(\.origin))
        return asked.compactMap { origin in
            fetcher.proxy(for: origin).map { SupportBundle.Proxy(origin: origin.serialized, proxy: $0) }
        }
        .sorted { $0.origin < $1.origin }
    }
}

extension Remark {
    /// Through a proxy, it is the proxy that looks names up.
    fileprivate init(_ proxy: SupportBundle.Proxy) {
        self.init(
            subject: proxy.origin,
            message: "asked through the proxy \(proxy.proxy), which looks the name up itself: "
                + "osteolint could check the name, but not the address behind it")
    }
}

extension LiveResults {
    /// Adds what another part of the run found out; what both could not ask is listed once.
    mutating func add(_ other: LiveResults) {
        framing += other.framing
        statuses += other.statuses
        catalogue = other.catalogue ?? catalogue
        failures += other.failures.filter { !failures.contains($0) }
        skipped += other.skipped.filter { !skipped.contains($0) }
        remarks += other.remarks
    }
}

extension Failure {
    fileprivate static func noDeclaredOrigin(_ setup: InputOptions.Setup) -> Failure {
        let isEmpty = setup.configuration.origins.isEmpty
        return Failure(
            subject: ConfigurationFile.name, reason: .noDeclaredOrigin,
            message: (isEmpty ? "no origin is declared" : "no declared origin can be used")
                + ", so nothing is known of whether browsers show the cards; "
                + "write `origins: [https://lms.partner.com]`, or give --origin")
    }
}
