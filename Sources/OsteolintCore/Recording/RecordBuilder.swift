import WebURL

/// Takes the values of an audit apart, each once, and masks them.
struct RecordBuilder {
    private struct EmbedKey: Hashable {
        let path: String
        let ordinal: Int

        init(_ embed: Embed) {
            path = embed.path
            ordinal = embed.ordinal
        }
    }

    private struct ResponseKey: Hashable {
        let url: WebURL
        let origin: Origin?
    }

    private let recorder: AnswerRecorder
    private let embeds: [Embed]
    private let embedIndexes: [EmbedKey: Int]
    private var targets: [AuditRecord.Target] = []
    private var targetIndexes: [WebURL: Int] = [:]
    private var chains: [AncestorChain] = []
    private var chainIndexes: [AncestorChain: Int] = [:]
    private var responses: [EmbedResponse] = []
    private var responseIndexes: [ResponseKey: Int] = [:]

    init(framing: FramingAudit, statuses: StatusAudit, masking: Masking) {
        let asked =
            (framing.verdicts + framing.controls).map(\.target.embed) + statuses.statuses.flatMap(\.target.embeds)
        var seen: Set<EmbedKey> = []
        embeds = asked.filter { seen.insert(EmbedKey($0)).inserted }
            .sorted { ($0.path, $0.ordinal) < ($1.path, $1.ordinal) }
        embedIndexes = Dictionary(uniqueKeysWithValues: embeds.enumerated().map { (EmbedKey($1), $0) })
        let identifiers = asked.flatMap { Masking.identifiers(in: $0.url) } + statuses.userIdentifiers
        recorder = AnswerRecorder(masking: masking, identifiers: Set(identifiers).sorted())
    }

    mutating func record(framing: FramingAudit, statuses: StatusAudit) -> AuditRecord {
        let questions = framing.verdicts.map { question($0) }
        let controls = framing.controls.map { question($0) }
        let embedRecorder = EmbedRecorder(statuses.embeds, recorder: recorder)
        return AuditRecord(
            embeds: embeds.map(embedRecorder.recorded),
            declared: framing.declared.sorted { $0.serialized < $1.serialized },
            pages: framing.pages, targets: targets, chains: chains, responses: responses, questions: questions,
            controls: controls, statuses: statuses.statuses.map(status),
            catalogue: statuses.catalogue.map { known($0, statuses.embeds) }, environment: statuses.environment)
    }

    private mutating func question(_ verdict: FramingVerdict) -> AuditRecord.Question {
        AuditRecord.Question(
            target: index(of: verdict.target), chain: index(of: verdict.chain),
            response: verdict.response.map { index(of: $0) },
            refusal: verdict.response == nil ? verdict.failure.map { recorder.recorded($0) } : nil)
    }

    private mutating func index(of target: FramingTarget) -> Int {
        if let known = targetIndexes[target.url] { return known }
        targetIndexes[target.url] = targets.count
        targets.append(
            AuditRecord.Target(
                url: recorder.recorded(target.url), embed: embedIndexes[EmbedKey(target.embed)] ?? 0,
                places: target.places, isFaulty: target.isFaulty))
        return targets.count - 1
    }

    private mutating func index(of chain: AncestorChain) -> Int {
        if let known = chainIndexes[chain] { return known }
        chainIndexes[chain] = chains.count
        chains.append(chain)
        return chains.count - 1
    }

    private mutating func index(of response: EmbedResponse) -> Int {
        let key = ResponseKey(url: response.url, origin: response.origin)
        if let known = responseIndexes[key] { return known }
        responseIndexes[key] = responses.count
        responses.append(recorder.recorded(response))
        return responses.count - 1
    }

    private func status(_ status: ProductStatus) -> AuditRecord.Status {
        let shown = recorder.recorded(status)
        return AuditRecord.Status(
            question: shown.question, embeds: status.target.embeds.compactMap { embedIndexes[EmbedKey($0)] },
            outcome: shown.outcome, attempts: status.attempts, milliseconds: status.milliseconds)
    }

    private func known(_ catalogue: Catalogue, _ embeds: [Embed]) -> AuditRecord.KnownProducts {
        let own = embeds.filter { $0.url.parameter(.clientID)?.value == catalogue.clientID }
        let embedded = Set(own.compactMap { $0.url.parameter(.productID)?.value.lowercased() })
        let channels = Set(catalogue.channels.map { $0.id.lowercased() })
        return AuditRecord.KnownProducts(
            clientID: catalogue.clientID, products: embedded.intersection(channels).sorted())
    }
}

extension AuditRecord {
    /// Records an audit, without secrets and, unless they are to be shown, without users' ids.
    public init(framing: FramingAudit, statuses: StatusAudit, masking: Masking) {
        var builder = RecordBuilder(framing: framing, statuses: statuses, masking: masking)
        self = builder.record(framing: framing, statuses: statuses)
    }
}
