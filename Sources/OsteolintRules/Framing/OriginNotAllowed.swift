import ContentSecurityPolicy
import OsteolintCore
import WebURL

/// Reports a declared origin in whose pages browsers block the card.
struct OriginNotAllowed: FramingRule {
    static let descriptor = RuleDescriptor(
        id: "origin-not-allowed",
        topic: .originsAndFraming,
        summary: "Browsers block the card in the pages of a declared origin.",
        severity: .error,
        rationale: """
            Every answer below `/embed/` lists the origins that may host it, in the `frame-ancestors` of its \
            Content-Security-Policy. Where the origin of the page, or of any page around it, is not among them, the \
            browser does not show the card: the visitor sees an empty frame or the browser's own error, and the page \
            is told nothing.

            The verdict is what Chromium does with the answer that Osteocom really gave.
            """,
        remedy: "Send Osteocom the exact origin: scheme included, no slash at its end, no path.",
        references: [
            "Osteocom, Iframe reference, CSP frame-ancestors",
            "Content Security Policy Level 3, section 6.4.2, frame-ancestors: https://www.w3.org/TR/CSP3/#directive-frame-ancestors",
        ])

    static let examples = [
        RuleExample(
            "both origins are listed",
            response: "Content-Security-Policy: frame-ancestors https://lms.partner.com https://staging.partner.com",
            origins: "https://lms.partner.com", "https://staging.partner.com"),
        RuleExample(
            "a wildcard stands for both",
            response: "Content-Security-Policy: frame-ancestors https://*.partner.com",
            origins: "https://lms.partner.com", "https://staging.partner.com"),
        RuleExample(
            "the second origin was never sent in",
            response: "Content-Security-Policy: frame-ancestors https://lms.partner.com",
            origins: "https://lms.partner.com", "↓https://staging.partner.com"),
        RuleExample(
            "listed with a path, which no origin has",
            response: "Content-Security-Policy: frame-ancestors https://lms.partner.com/courses",
            origins: "↓https://lms.partner.com"),
        RuleExample(
            "a wildcard does not stand for the domain itself",
            response: "Content-Security-Policy: frame-ancestors https://*.partner.com",
            origins: "https://lms.partner.com", "↓https://partner.com"),
        RuleExample(
            "an old field blocks everybody, since no frame-ancestors makes it void",
            response: "X-Frame-Options: SAMEORIGIN", origins: "↓https://lms.partner.com"),
    ]

    func check(_ audit: FramingAudit, in site: Site) -> [Finding] {
        audit.clients.flatMap { client in
            audit.chains.compactMap { chain in finding(about: chain, of: client) }
        }
    }

    private func finding(about chain: AncestorChain, of client: ClientFraming) -> Finding? {
        let known = client.verdicts.filter { $0.chain == chain && $0.decision != nil }
        let blocked = known.filter(\.isBlocked)
        guard let first = blocked.first, let decision = first.decision else { return nil }
        let culprit = chain.origins[decision.culprit ?? chain.origins.count - 1].serialized
        let places = ClientFraming.places(of: blocked)
        return finding(
            Self.message(chain, culprit, blocked: blocked.count, of: known.count, client),
            at: chain.place, help: Self.help(first, decision, culprit), related: places,
            fault: "\(culprit) \(client.clientID ?? "")")
    }

    private static func message(
        _ chain: AncestorChain, _ culprit: String, blocked: Int, of known: Int, _ client: ClientFraming
    ) -> String {
        let card = blocked == known ? "the card of \(client.name)" : "\(blocked) of \(known) cards of \(client.name)"
        guard chain.origins.count > 1 else {
            return "browsers block \(card) in the pages of \(culprit): visitors see an empty frame"
        }
        let names = chain.origins.map(\.serialized).joined(separator: " > ")
        return "browsers block \(card) below \(names): \(culprit) is not allowed around it"
    }

    private static func help(_ verdict: FramingVerdict, _ decision: FramingDecision, _ culprit: String) -> String {
        guard culprit != "null" else {
            return "a page in a sandbox without `allow-same-origin`, or of a data: URL, has no origin that could be "
                + "listed; give the frame around it `allow-same-origin`"
        }
        if case .frameOptions(let value)? = decision.decidedBy {
            return
                "Osteocom answered `X-Frame-Options: \(ShownText.cut(value))` and no frame-ancestors; send Osteocom support the "
                + "embed's URL and the origin \(culprit)"
        }
        let near =
            nearMiss(verdict, Origin(serialized: culprit)).map { "; its list has \($0)" } ?? list(verdict, decision)
        return "send Osteocom this exact origin for its list: \(culprit)\(near)"
    }

    /// The list that blocked, as far as it is short enough to be read, and what else there may be to it.
    private static func list(_ verdict: FramingVerdict, _ decision: FramingDecision) -> String {
        guard case .policy(let index, _)? = decision.decidedBy, verdict.policies.policies.indices.contains(index),
            let list = verdict.policies.policies[index].frameAncestors
        else { return "" }
        let lists = verdict.policies.policies.filter { $0.disposition == .enforce && $0.frameAncestors != nil }
        let name = lists.count > 1 ? "one of its \(lists.count) lists, all of which have to allow it," : "its list"
        let isShort = list.value.utf8.count <= longestListShown
        let shown = list.value.isEmpty ? "; \(name) is empty" : isShort ? "; \(name) is `\(list.value)`" : ""
        let namesNobody = list.sources.allSatisfy { $0.kind == .selfKeyword || $0.kind == .none }
        return shown + (namesNobody ? ", which names no partner at all: is the clientId known and active?" : "")
    }

    private static let longestListShown = 160

    /// An expression that was probably meant for the origin, and why it is not for it.
    private static func nearMiss(_ verdict: FramingVerdict, _ culprit: Origin?) -> String? {
        guard let culprit, let last = verdict.response?.hops.last else { return nil }
        let isRedirected = (verdict.response?.hops.count ?? 0) > 1
        for policy in verdict.policies.policies where policy.disposition == .enforce {
            for source in policy.frameAncestors?.sources ?? [] {
                let mismatch = source.mismatch(culprit, embedURL: last.url, wasRedirected: isRedirected)
                guard let mismatch, let reason = reason(mismatch, source, culprit) else { continue }
                return "`\(ShownText.cut(source.text))`, \(reason)"
            }
        }
        return nil
    }

    private static func reason(_ mismatch: SourceMismatch, _ source: SourceExpression, _ culprit: Origin) -> String? {
        guard case .host(let host) = source.kind, let own = culprit.tuple?.host.text else { return nil }
        let isSameHost = !host.isWildcard && host.host == own
        switch mismatch {
        case .apex where host.host == own: return "which stands for the hosts below \(own), not for \(own) itself"
        case .path where isSameHost, .dead(.path) where isSameHost: return "whose path keeps it from ever matching"
        case .scheme where isSameHost: return "which is for another scheme"
        case .port where isSameHost, .upgrade where isSameHost: return "which is for another port"
        case .host where !host.isWildcard && ("www." + host.host == own || "www." + own == host.host):
            return "which is another host"
        default: return nil
        }
    }
}
