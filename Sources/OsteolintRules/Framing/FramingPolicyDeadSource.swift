import ContentSecurityPolicy
import OsteolintCore

/// Reports an entry of the list that can never let anybody in.
struct FramingPolicyDeadSource: FramingRule {
    static let descriptor = RuleDescriptor(
        id: "framing-policy-dead-source",
        topic: .originsAndFraming,
        summary: "An entry of Osteocom's list can never match.",
        severity: .warning,
        rationale: """
            What a browser holds against the list is the origin of each page around the card: scheme, host and port. \
            An entry with a path, of another scheme than http and https, or that is no source expression lets nobody \
            in. Somebody put it there to allow a site, and that site's visitors see an empty frame.
            """,
        remedy: "Send Osteocom the exact origin that was meant.",
        references: [
            "Content Security Policy Level 3, section 6.7.2.8, matching: https://www.w3.org/TR/CSP3/#match-url-to-source-expression",
            "Osteocom, Iframe reference, CSP frame-ancestors",
        ])

    static let examples = [
        RuleExample(
            "every entry is an origin",
            response:
                "Content-Security-Policy: frame-ancestors 'self' https://lms.partner.com https://partner.com:8443",
            origins: "https://lms.partner.com"),
        RuleExample(
            "a slash at the end does no harm in a policy",
            response: "Content-Security-Policy: frame-ancestors https://lms.partner.com/",
            origins: "https://lms.partner.com"),
        RuleExample(
            "an entry with a path",
            response:
                "Content-Security-Policy: frame-ancestors https://lms.partner.com https://lms.partner.com/courses",
            origins: "↓https://lms.partner.com"),
        RuleExample(
            "'none' beside another entry, and a keyword of other directives",
            response: "Content-Security-Policy: frame-ancestors https://lms.partner.com 'none' 'unsafe-inline'",
            origins: "↓https://lms.partner.com"),
        RuleExample(
            "'none' alone is a policy",
            response: "Content-Security-Policy: frame-ancestors 'none'", origins: "https://lms.partner.com"),
    ]

    /// A hostile answer may have thousands.
    private static let mostEntriesShown = 10

    func check(_ audit: FramingAudit, in site: Site) -> [Finding] {
        audit.clients.flatMap { client in
            client.answers.flatMap { answer in
                let dead = Self.deadSources(answer.policies)
                return dead.isEmpty ? [] : [finding(about: dead, answer, of: client)]
            }
        }
    }

    private static func deadSources(_ policies: PolicyList) -> [(text: String, reason: DeadSource)] {
        var seen: Set<String> = []
        return policies.policies.filter { $0.disposition == .enforce }.compactMap(\.frameAncestors).flatMap { list in
            list.sources.compactMap { source in
                guard let reason = source.deadness, reason != .none || list.sources.count > 1 else { return nil }
                return seen.insert(source.text).inserted ? (source.text, reason) : nil
            }
        }
    }

    private static func listedTexts(_ policies: PolicyList) -> Set<String> {
        Set(policies.policies.compactMap(\.frameAncestors).flatMap(\.sources).map(\.text))
    }

    private func finding(
        about dead: [(text: String, reason: DeadSource)], _ answer: ClientFraming.Answer, of client: ClientFraming
    ) -> Finding {
        let shown = dead.prefix(Self.mostEntriesShown).map { "`\(ShownText.cut($0.text))` \($0.reason.reason)" }
        let more = dead.count > shown.count ? ["\(dead.count - shown.count) more"] : []
        let entries = (shown + more).joined(separator: "; ")
        let noun = dead.count == 1 ? "an entry" : "\(dead.count) entries"
        let verb = dead.count == 1 ? "lets" : "let"
        let listed = Self.listedTexts(answer.policies)
        let origins = dead.prefix(Self.mostEntriesShown).compactMap { Self.meantOrigin($0.text) }
            .filter { !listed.contains($0) }
        return finding(
            "\(noun) of the `frame-ancestors` of \(client.name) \(verb) nobody in: \(entries)", at: answer.place,
            help: origins.isEmpty
                ? "ask Osteocom to take it out, or send the exact origin that was meant"
                : "if it was meant for you, send Osteocom the exact origin: \(origins.joined(separator: ", "))",
            related: answer.embeds, fault: "\(client.clientID ?? "") \(dead.map(\.text))")
    }

    /// The origin that somebody meant who wrote a URL; nil where it is no origin at all.
    private static func meantOrigin(_ text: String) -> String? {
        guard text.contains("://"), let suggestion = OriginJudgement.judge([text])[0].suggestion else { return nil }
        return suggestion.hasPrefix("http") ? suggestion : nil
    }
}
