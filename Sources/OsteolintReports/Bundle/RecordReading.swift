import ContentSecurityPolicy
import OsteolintCore
import WebURL

/// Reads the embeds, questions and answers of an audit out of a bundle.
struct RecordReading {
    /// The configured environment, which a custom one of an embed is.
    let environment: Environment?

    func record(_ bundle: BundleObject) throws -> AuditRecord {
        let embeds = try bundle.objects("embeds", embed)
        let framing = try bundle.object("framing")
        let targets = try framing.objects("targets") { try target($0, embeds: embeds.count) }
        let chains = try framing.objects("chains", Self.chain)
        let responses = try framing.objects("responses", Self.response)
        let question = { (object: BundleObject) in
            AuditRecord.Question(
                target: try object.index("target", below: targets.count),
                chain: try object.index("chain", below: chains.count),
                response: object.has("response") ? try object.index("response", below: responses.count) : nil,
                refusal: try Self.failure("refusal", in: object))
        }
        let catalogue = try bundle.objectIfAny("catalogue")
        return AuditRecord(
            embeds: embeds, declared: try framing.origins("declared"), pages: try framing.objects("pages", Self.page),
            targets: targets, chains: chains, responses: responses,
            questions: try framing.objects("questions", question),
            controls: try framing.objects("controls", question),
            statuses: try bundle.objects("statuses") { try Self.status($0, embeds: embeds.count) },
            catalogue: try catalogue.map { known in
                AuditRecord.KnownProducts(clientID: try known.text("clientId"), products: try known.texts("products"))
            }, environment: try catalogue.flatMap(environmentOf))
    }

    /// What the member `environment` stands for; a custom one is the configuration's.
    private func environmentOf(_ object: BundleObject) throws -> Environment? {
        switch try object.textIfAny("environment") {
        case nil: return nil
        case "production": return .production
        case "test": return .test
        case "custom":
            guard case .custom? = environment else { throw object.fault("environment", "is none that is configured") }
            return environment
        default: throw object.fault("environment", "has a value that this osteolint does not know")
        }
    }

    // MARK: Embeds

    private func embed(_ object: BundleObject) throws -> Embed {
        let lines = try object.objects("lines") { line in
            Snippet(text: try line.text("snippet"), firstColumn: try line.number("snippetColumn", from: 1))
        }
        return Embed(
            path: try object.text("path"), ordinal: try object.number("ordinal"), element: try object.text("element"),
            state: try object.word("state"), context: try object.text("context"),
            tag: try object.object("tag").range(), attribute: try object.object("attribute").range(),
            url: EmbedURL(source: try Self.source(try object.object("source")), url: try object.url("url")),
            environment: try environmentOf(object), isUnicodePage: try object.flag("unicodePage"),
            excerpt: SourceExcerpt(firstLine: try object.number("firstLine", from: 1), lines: lines),
            isRendered: try object.has("rendered") && object.flag("rendered"))
    }

    private static func source(_ object: BundleObject) throws -> LocatedText {
        let runs = try object.objects("runs") { run in
            LocatedText.Run(offset: try run.number("offset"), location: try run.location())
        }
        let text = try object.text("text")
        // Places are looked up in the runs without any further question.
        let isInOrder = zip(runs, runs.dropFirst()).allSatisfy { $0.offset <= $1.offset }
        guard isInOrder, runs.first?.offset ?? 0 == 0, runs.last?.offset ?? 0 <= text.utf8.count else {
            throw object.fault("runs", "are not in order")
        }
        let end = SourceLocation(
            line: try object.number("endLine", from: 1), column: try object.number("endColumn", from: 1))
        return LocatedText(text, runs: runs, end: end)
    }

    private func target(_ object: BundleObject, embeds: Int) throws -> AuditRecord.Target {
        AuditRecord.Target(
            url: try object.url("url"), embed: try object.index("embed", below: embeds),
            places: try object.objects("places") { try $0.place() }, isFaulty: try object.flag("faulty"))
    }

    // MARK: Answers

    private static func page(_ object: BundleObject) throws -> FramingAudit.ServedPage {
        FramingAudit.ServedPage(
            origin: try object.origin("origin"), place: Place(path: try object.text("path"), range: nil))
    }

    private static func chain(_ object: BundleObject) throws -> AncestorChain {
        let origins = try object.origins("origins")
        guard !origins.isEmpty else { throw object.fault("origins", "is empty") }
        return AncestorChain(
            origins, place: object.has("path") ? try object.place() : nil, isDeclared: try object.flag("declared"))
    }

    private static func response(_ object: BundleObject) throws -> EmbedResponse {
        var times: [Int?] = []
        let hops = try object.objects("hops") { hop in
            times.append(try hop.numberIfAny("milliseconds"))
            return ResponseHop(
                url: try hop.url("url"), status: try hop.number("status"),
                fields: try hop.objects("fields") { field in
                    ResponseField(name: try field.text("name"), value: try field.text("value"))
                })
        }
        let failure = try failure("failure", in: object)
        guard failure != nil || !hops.isEmpty else { throw object.fault("hops", "is empty") }
        guard try object.flag("card") == (failure == nil) else { throw object.fault("card", "contradicts `failure`") }
        let whole = try object.numberIfAny("milliseconds")
        return EmbedResponse(
            url: try object.url("url"), origin: object.has("origin") ? try object.origin("origin") : nil, hops: hops,
            failure: failure, time: whole.map { ResponseTime(hops: times.compactMap(\.self), whole: $0) })
    }

    private static func status(_ object: BundleObject, embeds: Int) throws -> AuditRecord.Status {
        let asked = try object.object("question")
        let question = StatusQuestion(
            origin: try asked.origin("origin"), clientID: try asked.textIfAny("clientId"),
            productID: try asked.textIfAny("productId"), partnerUserID: try asked.textIfAny("partnerUserId"))
        let indexes = try object.indexes("embeds", below: embeds)
        guard !indexes.isEmpty else { throw object.fault("embeds", "is empty") }
        let outcome: ProductStatus.Outcome
        if let failure = try failure("failure", in: object) {
            outcome = .inconclusive(failure)
        } else {
            outcome = .answered(status: try object.text("status"))
        }
        return AuditRecord.Status(
            question: question, embeds: indexes, outcome: outcome, attempts: try object.number("attempts"),
            milliseconds: try object.numberIfAny("milliseconds"))
    }

    private static func failure(_ name: String, in object: BundleObject) throws -> FetchFailure? {
        guard let failure = try object.objectIfAny(name) else { return nil }
        let evidence = FetchFailure.Evidence(
            try failure.text("code"), host: try failure.textIfAny("host"), detail: try failure.textIfAny("detail"),
            status: try failure.numberIfAny("status"), limit: try failure.numberIfAny("limit"),
            seconds: failure.has("seconds") ? try failure.seconds("seconds") : nil)
        guard let known = FetchFailure(evidence) else {
            throw failure.fault("code", "has a value that this osteolint does not know")
        }
        return known
    }
}
