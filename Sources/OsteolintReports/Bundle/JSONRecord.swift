import ContentSecurityPolicy
import OsteolintCore
import WebURL

extension JSONWriter {
    /// Writes the embeds, questions and answers of an audit.
    func members(of record: AuditRecord) {
        array("embeds", record.embeds) { embed in object { members(of: embed) } }
        object("framing") {
            member("declared", record.declared.map(\.serialized))
            array("pages", record.pages) { page in
                object {
                    member("origin", page.origin.serialized)
                    member("path", page.place.path)
                }
            }
            array("targets", record.targets) { target in object { members(of: target) } }
            array("chains", record.chains) { chain in
                object {
                    member("origins", chain.origins.map(\.serialized))
                    member("declared", chain.isDeclared)
                    members(of: chain.place)
                }
            }
            array("responses", record.responses) { response in object { members(of: response) } }
            array("questions", record.questions) { question in object { members(of: question) } }
            array("controls", record.controls) { question in object { members(of: question) } }
        }
        array("statuses", record.statuses) { status in object { members(of: status) } }
        catalogue(record.catalogue, record.environment)
    }

    /// Writes a place; null where there is none.
    func members(of place: Place?) {
        member("path", place?.path)
        members(of: place?.range)
    }

    private func members(of range: SourceRange?) {
        member("line", range?.start.line)
        member("column", range?.start.column)
        member("endLine", range?.end.line)
        member("endColumn", range?.end.column)
    }

    private func members(of embed: Embed) {
        member("path", embed.path)
        member("ordinal", embed.ordinal)
        member("element", embed.element)
        member("state", embed.state.rawValue)
        member("context", embed.context)
        member("environment", embed.environment?.kind)
        member("unicodePage", embed.isUnicodePage)
        if embed.isRendered { member("rendered", true) }
        object("tag") { members(of: embed.tag) }
        object("attribute") { members(of: embed.attribute) }
        object("source") {
            let source = embed.url.source
            member("text", source.text)
            array("runs", source.runs) { run in
                object {
                    member("offset", run.offset)
                    member("line", run.location.line)
                    member("column", run.location.column)
                }
            }
            member("endLine", source.end.line)
            member("endColumn", source.end.column)
        }
        member("url", embed.url.url.href)
        member("firstLine", embed.excerpt.firstLine)
        array("lines", embed.excerpt.lines) { line in
            object {
                member("snippet", line.text)
                member("snippetColumn", line.firstColumn)
            }
        }
    }

    private func members(of target: AuditRecord.Target) {
        member("url", target.url.href)
        member("embed", target.embed)
        array("places", target.places) { place in object { members(of: place) } }
        member("faulty", target.isFaulty)
    }

    private func members(of response: EmbedResponse) {
        member("url", response.url.href)
        member("origin", response.origin?.serialized)
        member("card", response.failure == nil)
        failure("failure", response.failure)
        member("milliseconds", response.time?.whole)
        array("hops", response.hops.enumerated()) { index, hop in
            object {
                member("url", hop.url.href)
                member("status", hop.status)
                member("milliseconds", response.time.flatMap { $0.hops.indices.contains(index) ? $0.hops[index] : nil })
                array("fields", hop.fields) { field in
                    object {
                        member("name", field.name)
                        member("value", field.value)
                    }
                }
            }
        }
    }

    private func members(of question: AuditRecord.Question) {
        member("target", question.target)
        member("chain", question.chain)
        member("response", question.response)
        failure("refusal", question.refusal)
    }

    private func members(of status: AuditRecord.Status) {
        object("question") {
            member("origin", status.question.origin.serialized)
            member("clientId", status.question.clientID)
            member("productId", status.question.productID)
            member("partnerUserId", status.question.partnerUserID)
        }
        array("embeds", status.embeds) { item($0) }
        switch status.outcome {
        case .answered(let word):
            member("status", word)
            failure("failure", nil)
        case .inconclusive(let fault):
            member("status", String?.none)
            failure("failure", fault)
        }
        member("attempts", status.attempts)
        member("milliseconds", status.milliseconds)
    }

    private func catalogue(_ known: AuditRecord.KnownProducts?, _ environment: Environment?) {
        guard let known else { return member("catalogue", String?.none) }
        object("catalogue") {
            member("clientId", known.clientID)
            member("environment", environment?.kind)
            member("products", known.products)
        }
    }

    private func failure(_ name: StaticString, _ failure: FetchFailure?) {
        guard let evidence = failure?.evidence else { return member(name, String?.none) }
        object(name) {
            member("code", evidence.code)
            member("host", evidence.host)
            member("detail", evidence.detail)
            member("status", evidence.status)
            member("limit", evidence.limit)
            member("seconds", evidence.seconds)
        }
    }
}
