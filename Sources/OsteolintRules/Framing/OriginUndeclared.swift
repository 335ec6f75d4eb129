import ContentSecurityPolicy
import OsteolintCore
import WebURL

/// Reports an origin that takes part in the integration, but that nobody declared.
struct OriginUndeclared: FramingRule {
    static let descriptor = RuleDescriptor(
        id: "origin-undeclared",
        topic: .originsAndFraming,
        summary: "An origin serves a page or is on Osteocom's list, but is not declared.",
        severity: .warning,
        rationale: """
            `origins` is the whole list of the places that host your pages: what is not in it is not audited. An origin \
            that serves a page with an embed is missing there. One that is on Osteocom's list only may host your card \
            all the same: it was forgotten here, or it was given up and somebody else may have it one day.
            """,
        remedy: "Add the origin to `origins` in `.osteolint.yml`, or ask Osteocom to take it off the list.",
        references: ["Osteocom, Iframe reference, CSP frame-ancestors"])

    static let examples = [
        RuleExample(
            "what is listed is declared",
            response: "Content-Security-Policy: frame-ancestors 'self' https://lms.partner.com",
            origins: "https://lms.partner.com"),
        RuleExample(
            "a wildcard that stands for a declared origin",
            response: "Content-Security-Policy: frame-ancestors https://*.partner.com",
            origins: "https://lms.partner.com"),
        RuleExample(
            "an origin that was given up is still listed",
            response: "Content-Security-Policy: frame-ancestors https://lms.partner.com https://old.partner.com",
            origins: "↓https://lms.partner.com"),
        RuleExample(
            "the staging host is listed, but not declared",
            response: "Content-Security-Policy: frame-ancestors https://staging.partner.com https://lms.partner.com",
            origins: "↓https://lms.partner.com"),
    ]

    func check(_ audit: FramingAudit, in site: Site) -> [Finding] {
        servedPages(audit) + audit.clients.flatMap { client in listed(client, audit) }
    }

    private func servedPages(_ audit: FramingAudit) -> [Finding] {
        let declared = audit.declared
        let served = Dictionary(grouping: audit.pages.filter { !declared.contains($0.origin) }, by: \.origin)
        return served.sorted { $0.key.serialized < $1.key.serialized }.map { origin, pages in
            finding(
                "\(origin.serialized) serves a page, but is not declared", at: nil,
                help: "add it to `origins` in .osteolint.yml: \(origin.serialized)",
                related: pages.map(\.place), fault: origin.serialized)
        }
    }

    private func listed(_ client: ClientFraming, _ audit: FramingAudit) -> [Finding] {
        guard let first = client.verdicts.first(where: { $0.chain.isDeclared }) else { return [] }
        let known = audit.declared.union([client.origin]).union(audit.pages.map(\.origin))
        var origins: [Origin] = []
        for answer in client.answers {
            for origin in Self.exactOrigins(answer, besides: audit.declared)
            where !known.contains(origin) && !origins.contains(origin) {
                if OsteocomHost.isFamily(origin.tuple?.host.text ?? "") { continue }
                origins.append(origin)
            }
        }
        return origins.map { origin in
            finding(
                "\(origin.serialized) may host the card of \(client.name), but is not declared", at: first.chain.place,
                help: "add it to `origins` if it is yours, or ask Osteocom to take it off the list",
                fault: "\(client.clientID ?? "") \(origin.serialized)")
        }
    }

    /// The origins that entries name exactly and that browsers let in; an entry that a declared origin needs is none.
    private static func exactOrigins(_ answer: ClientFraming.Answer, besides declared: Set<Origin>) -> [Origin] {
        let url = answer.hop.url
        return answer.policies.policies.filter { $0.disposition == .enforce }.compactMap(\.frameAncestors)
            .flatMap(\.sources).compactMap { source in
                guard source.deadness == nil, case .host(let host) = source.kind, !host.isWildcard else { return nil }
                guard !declared.contains(where: { source.mismatch($0, embedURL: url) == nil }) else { return nil }
                let origin = WebURL(source.text.contains("://") ? source.text : "https://" + source.text)?.origin
                guard let origin, origin != .opaque else { return nil }
                let question = FramingQuestion(
                    embedURL: url, wasRedirected: false, fields: answer.hop.fields, ancestors: [origin])
                return question.decide().verdict == .allowed ? origin : nil
            }
    }
}
