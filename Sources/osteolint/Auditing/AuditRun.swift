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
        let served = await fetchPages(with: checker, into: &outcome)
        if collector.files.isEmpty, urls.isEmpty {
            failures.append(Failure(noPageIn: arguments, include: configuration.include))
        }
        let live = await LiveFraming(
            declared: declared, chains: chains, served: served, contacts: contacts, masking: masking,
            asksEverything: options.asksEverything, connections: options.limits.connections
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
        return report
    }

    /// One chain for each declared origin that a browser can make out, whether or not it was written as it should be.
    private func declaredChains(_ origins: [JudgedOrigin]) -> [AncestorChain] {
        var seen: Set<Origin> = []
        return origins.compactMap { declared in
            let meant = declared.judgement.suggestion.flatMap(Origin.init(serialized:)) ?? declared.judgement.origin
            guard let meant, seen.insert(meant).inserted else { return nil }
            return AncestorChain([meant], place: declared.declared.place)
        }
    }

    private func fetchPages(
        with checker: PageChecker, into outcome: inout PageChecker.Outcome
    ) async -> [FramingAudit.ServedPage] {
        let fetcher = fetcher
        let responses = await withTaskGroup(of: (Int, EmbedResponse).self) { group in
            for (index, url) in urls.enumerated() {
                group.addTask { (index, await fetcher.fetch(url, as: .page)) }
            }
            var responses: [(Int, EmbedResponse)] = []
            for await response in group { responses.append(response) }
            return responses.sorted { $0.0 < $1.0 }.map(\.1)
        }
        var served: [FramingAudit.ServedPage] = []
        for response in responses {
            guard let page = response.hops.last, case .answered(let body) = response.ending, response.pageFailure == nil
            else {
                outcome.failures.append(Failure(page: response))
                continue
            }
            let url = page.url.withoutFragment
            checker.check(body, from: url, contentType: page.field("content-type"), into: &outcome)
            served.append(FramingAudit.ServedPage(origin: url.origin, place: Place(path: url.href, range: nil)))
        }
        outcome.pages.sort { $0.path < $1.path }
        return served
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

extension EmbedResponse {
    /// Why it is no page that can be checked; a partner's page may say anything, so only its status counts.
    fileprivate var pageFailure: FetchFailure? {
        if case .failed(let failure) = ending { return failure }
        switch hops.last?.status ?? 0 {
        case 200..<300: return nil
        case let status: return .unexpectedStatus(status)
        }
    }
}

extension Failure {
    fileprivate init(page response: EmbedResponse) {
        let failure = response.pageFailure ?? .interrupted
        let message: String
        if case .unexpectedStatus(let status) = failure {
            message = "the page was answered with status \(status); is the address right?"
        } else {
            message = failure.message
        }
        self.init(subject: response.url.href, reason: failure.reason, message: message)
    }

    fileprivate static func noDeclaredOrigin(_ setup: InputOptions.Setup) -> Failure {
        let isEmpty = setup.configuration.origins.isEmpty
        return Failure(
            subject: ConfigurationFile.name, reason: .noDeclaredOrigin,
            message: (isEmpty ? "no origin is declared" : "no declared origin can be used")
                + ", so nothing is known of whether browsers show the cards; "
                + "write `origins: [https://lms.partner.com]`, or give --origin")
    }
}
