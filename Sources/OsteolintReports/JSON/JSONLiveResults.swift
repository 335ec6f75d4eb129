import ContentSecurityPolicy
import OsteolintCore
import WebURL

extension JSONWriter {
    /// Writes what is to be said of a declared origin.
    func members(of origin: OriginJudgement) {
        member("declared", origin.declared)
        member("origin", origin.origin?.serialized)
        member("valid", origin.isValid)
        member("problems", origin.problems.map(\.rawValue))
        member("suggestion", origin.suggestion)
        array("hints", origin.hints) { hint in
            object {
                member("kind", hint.kind)
                member("origin", hint.origin)
                member("message", hint.message)
            }
        }
    }

    /// Writes a framing verdict with its proof.
    func members(of framing: ReportedFraming) {
        member("url", framing.url)
        member("ancestors", framing.ancestors)
        member("verdict", framing.verdict)
        decider(framing.decidedBy)
        member("reason", framing.reason?.rawValue)
        member("steps", framing.steps)
        member("browserDependent", framing.isBrowserDependent)
        array("hops", framing.hops) { hop in object { members(ofHop: hop.url, status: hop.status) } }
    }

    /// Writes what decided about framing, as the member `decidedBy`.
    func decider(_ decider: Decider?) {
        guard let decider else { return member("decidedBy", String?.none) }
        object("decidedBy") {
            switch decider {
            case .policy(let index, let expression):
                member("header", "Content-Security-Policy")
                member("policy", index)
                member("expression", expression)
                member("value", String?.none)
            case .frameOptions(let value):
                member("header", "X-Frame-Options")
                member("policy", Int?.none)
                member("expression", String?.none)
                member("value", value)
            }
        }
    }

    /// Writes a response on the way to an answer.
    func members(ofHop url: String, status: Int) {
        member("url", url)
        member("status", status)
    }

    /// Writes what came of asking product-status one question.
    func members(of status: ReportedStatus) {
        member("url", status.url)
        member("status", status.status)
        member("card", status.card?.rawValue)
        member("verdict", status.verdict.rawValue)
        member("reason", status.reason?.rawValue)
        member("attempts", status.attempts)
    }

    /// Writes a partner's catalogue and what of it no page embeds.
    func members(of catalogue: ReportedCatalogue) {
        member("clientId", catalogue.clientID)
        member("source", catalogue.source)
        member("channels", catalogue.channels)
        array("notEmbedded", catalogue.notEmbedded) { channel in
            object {
                member("idChannel", channel.id)
                member("title", channel.title)
            }
        }
    }
}
