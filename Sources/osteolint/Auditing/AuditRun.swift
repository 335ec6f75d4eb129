import Foundation
import OsteolintCore
import OsteolintNetwork
import OsteolintRules
import WebURL

/// One run of `osteolint audit`: pages, questions, verdicts, report.
struct AuditRun {
    let setup: InputOptions.Setup
    /// The chains that were given as arguments.
    let chains: [AncestorChain]
    /// The pages that were given as URLs.
    let urls: [WebURL]
    let options: AuditOptions
    let output: OutputOptions
    let fetcher: Fetcher
    let contacts: ContactList

    private var configuration: Configuration { setup.configuration }
    private var masking: Masking { Masking(reveals: output.reveal) }

    /// Makes the report.
    ///
    /// - Parameters:
    ///   - collector: the pages that are files.
    ///   - input: how to read them.
    ///   - arguments: what was named, for the failure that nothing was found.
    /// - Returns: the report, ready to be written.
    func report(_ collector: FileCollector, input: InputOptions, arguments: [String]) async -> Report {
        let linter = Linter(rules: RuleRegistry.all, configuration: configuration, masking: masking)
        let origins = JudgedOrigin.judge(configuration.origins)
        let declared = declaredChains(origins)
        let checker = PageChecker(
            linter: linter, configuration: configuration, charset: setup.charset, parsesAll: input.parsesAll,
            jobs: input.jobs)
        var outcome = checker.check(collector.files, progress: ProgressLine(total: collector.files.count))
        var failures = Array(Set(collector.failures))
        let runner = PageRunner(fetcher: fetcher, connections: options.limits.connections)
        let fetched = await FetchedPages(checker: checker, runner: runner, masking: masking).check(urls)
        outcome.merge(fetched.outcome)
        outcome.pages.sort { $0.path < $1.path }
        if collector.files.isEmpty, urls.isEmpty {
            failures.append(Failure(noPageIn: arguments, include: configuration.include))
        }
        let live = await LiveFraming(
            declared: declared, chains: chains, served: fetched.served, contacts: contacts, masking: masking,
            isTemplate: configuration.rendering == .template, asksEverything: options.asksEverything,
            connections: options.limits.connections
        ).results(for: outcome.pages, fetcher: fetcher)
        await fetcher.shutdown()
        var results = live.results
        if declared.isEmpty, chains.isEmpty { results.failures.append(.noDeclaredOrigin(setup)) }
        results.remarks += proxyRemarks(live.audit)
        let siteFindings =
            linter.lintSite(outcome.pages) + linter.lintOrigins(origins) + linter.lintFraming(live.audit)
        var report = output.builder.report(
            command: "audit", pages: outcome.pages, siteFindings: siteFindings,
            failures: failures + outcome.failures, origins: origins.map(\.judgement), files: outcome.files,
            live: results)
        if outcome.wasInterrupted || Interruption.isRequested { report.markInterrupted() }
        complain(wasInterrupted: outcome.wasInterrupted || Interruption.isRequested)
        return report
    }

    private func complain(wasInterrupted: Bool) {
        if output.reveal { StandardStreams.complain(OutputOptions.revealWarning) }
        if wasInterrupted { StandardStreams.complain("osteolint: interrupted; what is open was not checked") }
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

    /// Through a proxy, it is the proxy that looks names up.
    private func proxyRemarks(_ audit: FramingAudit) -> [Remark] {
        let asked = Set((audit.verdicts.map(\.target.url) + urls).map(\.origin))
        let proxied = asked.compactMap { origin in
            fetcher.proxy(for: origin).map { (origin.serialized, $0) }
        }
        return proxied.sorted { $0.0 < $1.0 }.map { origin, proxy in
            Remark(
                subject: origin,
                message: "asked through the proxy \(proxy), which looks the name up itself: "
                    + "osteolint could check the name, but not the address behind it")
        }
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
