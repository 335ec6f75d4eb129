import OsteolintCore
import OsteolintNetwork
import WebURL

/// Finds out for every embed and every chain of ancestors whether a browser shows it.
struct LiveFraming {
    /// The origins of configuration and arguments.
    let declared: [AncestorChain]
    /// The chains of arguments.
    let chains: [AncestorChain]
    /// The pages that were fetched.
    let served: [FramingAudit.ServedPage]
    let contacts: ContactList
    let masking: Masking
    /// Whether the pages are templates.
    let isTemplate: Bool
    let asksEverything: Bool
    let connections: Int

    /// What came of it.
    struct Outcome {
        let audit: FramingAudit
        let results: LiveResults
    }

    /// Asks what has to be asked.
    func results(for pages: [LintedPage], fetcher: Fetcher) async -> Outcome {
        let list = TargetList(pages, contacts: contacts, masking: masking, isTemplate: isTemplate)
        var results = LiveResults()
        results.skipped = list.skipped
        let groups = groups(of: list.targets)
        guard !allChains.isEmpty, !groups.isEmpty else {
            return Outcome(audit: FramingAudit(pages: served, declared: declaredOrigins), results: results)
        }
        let surveys = await run(groups.map(survey), fetcher)
        var verdicts: [FramingVerdict] = []
        var controls: [FramingVerdict] = []
        for (targets, survey) in zip(groups, surveys) {
            verdicts += self.verdicts(about: targets, survey)
            controls += Self.controls(about: targets, survey)
            if let remark = varyRemark(targets, survey) { results.remarks.append(remark) }
        }
        let audit = FramingAudit(verdicts: verdicts, controls: controls, pages: served, declared: declaredOrigins)
        results.framing = ReportedFraming.reports(audit.verdicts, masking: masking)
        results.failures = audit.failures(masking: masking)
        if !results.failures.contains(where: { $0.reason == .requestLimit }) {
            results.failures += surveys.filter(\.hasReachedBound).prefix(1).map(Failure.init(bound:))
        }
        return Outcome(audit: audit, results: results)
    }

    private var declaredOrigins: Set<Origin> { Set((declared + chains).flatMap(\.origins)) }

    private var allChains: [AncestorChain] {
        declared + chains + undeclaredPages.map { AncestorChain([$0], isDeclared: false) }
    }

    /// The origins of fetched pages that nobody declared.
    private var undeclaredPages: [Origin] {
        var known = Set(declared.map(\.embedder))
        return served.map(\.origin).filter { $0 != .opaque && known.insert($0).inserted }
    }

    /// The URLs of one client on one host each, in the order of the first.
    private func groups(of targets: [FramingTarget]) -> [[FramingTarget]] {
        var order: [[String]] = []
        var groups: [[String]: [FramingTarget]] = [:]
        for target in targets {
            let key = [target.url.origin.serialized, target.clientID ?? ""]
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(target)
        }
        return order.compactMap { groups[$0] }
    }

    private func survey(_ targets: [FramingTarget]) -> FramingSurvey {
        var seen: Set<Origin> = []
        let origins = allChains.map(\.embedder).filter { seen.insert($0).inserted }
        return FramingSurvey(
            urls: targets.map(\.url), origins: origins, control: AncestorChain.control.embedder,
            asksEverything: asksEverything)
    }

    private func run(_ surveys: [FramingSurvey], _ fetcher: Fetcher) async -> [FramingSurvey] {
        let runner = SurveyRunner(fetcher: fetcher, connections: connections)
        let progress = ProgressLine(total: surveys.reduce(0) { $0 + $1.urls.count + $1.origins.count }, unit: "answers")
        defer { progress.clear() }
        return await Interruption.cancelling { await runner.run(surveys) { progress.advance(to: $0) } }
    }

    private func verdicts(about targets: [FramingTarget], _ survey: FramingSurvey) -> [FramingVerdict] {
        targets.enumerated().flatMap { index, target in
            (declared + chains + pageChains(of: target)).map { chain in
                let response = survey.answer(target: index, origin: chain.embedder)
                return FramingVerdict(target: target, chain: chain, response: response)
            }
        }
    }

    private static func controls(about targets: [FramingTarget], _ survey: FramingSurvey) -> [FramingVerdict] {
        targets.enumerated().compactMap { index, target in
            survey.controlResponse(target: index).map {
                FramingVerdict(target: target, chain: .control, response: $0)
            }
        }
    }

    /// The origins of the fetched pages that hold an embed, as far as nobody declared them.
    private func pageChains(of target: FramingTarget) -> [AncestorChain] {
        let paths = Set(target.places.map(\.path))
        let origins = Set(served.filter { paths.contains($0.place.path) }.map(\.origin))
        return undeclaredPages.filter(origins.contains).map { AncestorChain([$0], isDeclared: false) }
    }

    /// A policy that differs with the origin is handed to the wrong one by caches, unless the answer says `Vary`.
    private func varyRemark(_ targets: [FramingTarget], _ survey: FramingSurvey) -> Remark? {
        guard let index = targets.indices.first(where: survey.variesWithOrigin),
            let hop = survey.answer(target: index, origin: survey.origins[0])?.hops.last, !hop.variesByRequest
        else { return nil }
        return Remark(
            subject: masking.masked(targets[index].url),
            message: "the policy differs with the origin that asks, but the answer has no `Vary` that says so: a cache "
                + "may hand one partner's policy to another; tell Osteocom support")
    }
}

extension Failure {
    /// The bound left out a question that no verdict rests on.
    fileprivate init(bound survey: FramingSurvey) {
        self.init(
            subject: survey.urls[0].origin.serialized, reason: .requestLimit,
            message: "the bound on requests was reached before it could be asked whether the policy lets in everybody; "
                + "--max-fetches raises it")
    }
}

extension ResponseHop {
    /// Whether `Vary` names something that tells who asks.
    fileprivate var variesByRequest: Bool {
        let names = fields("vary").flatMap { $0.lowercased().split { $0 == "," || $0 == " " || $0 == "\t" } }
        return names.contains { ["*", "referer", "origin"].contains($0) || $0.hasPrefix("sec-fetch-") }
    }
}
