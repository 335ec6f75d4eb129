import ContentSecurityPolicy
import OsteolintCore
import WebURL

/// An audit of one embed, put together from what Osteocom answered.
struct SampleAudit {
    static let body = Array("<!DOCTYPE html><title>Card</title>".utf8)
    static let client = "kT4mRZ81qLwYc0dXaB2e"

    /// The fields of the answer, a line each.
    var fields: String
    /// The origins, with the places that they stand at.
    var chains: [AncestorChain]
    /// The answer to the origin that must not be allowed, a line each; the same where it is nil.
    var fieldsForControl: String?
    var pages: [FramingAudit.ServedPage] = []
    var isFaulty = false

    /// The audit that the rules are shown.
    func audit() throws -> FramingAudit {
        let target = try target()
        return FramingAudit(
            verdicts: chains.map { verdict(of: target, $0, fields) },
            controls: [verdict(of: target, .control, fieldsForControl ?? fields)], pages: pages)
    }

    private func target() throws -> FramingTarget {
        let source =
            "https://www.osteocom.me/embed/course?clientId=\(Self.client)"
            + "&amp;productId=66d5796a1c4b7f20e93d85ba&amp;partnerUserId=u-1042"
        let page = try MarkedPage(#"<iframe title="Course" src="\#(source)"></iframe>"#)
            .read(as: "page.html", under: Configuration())
        let embed = page.embeds[0]
        return FramingTarget(url: embed.url.url, embed: embed, places: [embed.place], isFaulty: isFaulty)
    }

    private func verdict(of target: FramingTarget, _ chain: AncestorChain, _ fields: String) -> FramingVerdict {
        let lines = fields.split(separator: "\n").map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return ResponseField(name: String(parts[0]), value: String(parts[1].trimmingPrefix(" ")))
        }
        let html = ResponseField(name: "Content-Type", value: "text/html")
        let hop = ResponseHop(url: target.url, status: 200, fields: [html] + lines)
        let response = EmbedResponse(
            url: target.url, origin: chain.embedder, hops: [hop], ending: .answered(body: Self.body))
        return FramingVerdict(target: target, chain: chain, response: response)
    }
}
