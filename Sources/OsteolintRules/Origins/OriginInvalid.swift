import OsteolintCore
import WebURL

/// Reports a declared origin that is not the exact origin to send to Osteocom.
struct OriginInvalid: OriginRule {
    static let descriptor = RuleDescriptor(
        id: "origin-invalid",
        topic: .originsAndFraming,
        summary: "Reports a declared origin that Osteocom cannot allow as it is written, or that is of little use.",
        severity: .error,
        rationale: """
            Osteocom's answer lists the origins that may show the card, and a browser compares them with the page's own, \
            character by character. An origin with a path, without its scheme or with a typing error matches no page: \
            visitors see an empty box. One that a browser reads all the same, or that visitors cannot open, such as \
            localhost, is a warning.
            """,
        remedy: """
            Write scheme and host as the browser's address bar shows them, and the port where there is one: no path, no \
            slash at the end. `osteolint origins` judges single origins, and `osteolint origins --request` writes the \
            text to send to Osteocom.
            """,
        references: [
            References.embed, References.frequentQuestions,
            "URL Standard, Origin, https://url.spec.whatwg.org/#origin",
            "W3C, Content Security Policy Level 3, frame-ancestors, https://www.w3.org/TR/CSP3/#directive-frame-ancestors",
        ]
    )

    static let examples = [
        RuleExample("exact origins", origins: "https://lms.partner.com", "https://staging.partner.com:8443"),
        RuleExample(
            "a slash at the end, and a path", origins: "↓https://lms.partner.com/", "↓https://lms.partner.com/courses"),
        RuleExample("no scheme", origins: "↓lms.partner.com", "↓lms.partner.com:8443", "↓//lms.partner.com"),
        RuleExample("a wildcard", origins: "↓https://*.partner.com"),
        RuleExample("letters that are not ASCII", origins: "↓https://bücher.partner.com"),
        RuleExample(
            "the same origin twice, once in capitals", origins: "https://lms.partner.com", "↓HTTPS://LMS.Partner.com"),
        RuleExample("an origin on the own machine", origins: "↓http://localhost:3000"),
        RuleExample("the ASCII form of a Unicode host", origins: "https://xn--bcher-kva.partner.com"),
        RuleExample(
            "hosts that differ in their port or subdomain", origins: "https://partner.com", "https://partner.com:8443"),
    ]

    func check(_ origins: [JudgedOrigin], in site: Site) -> [Finding] {
        origins.compactMap { origin in
            let judgement = origin.judgement
            guard !judgement.problems.isEmpty else { return nil }
            return finding(
                message(for: judgement), at: origin.declared.place, help: help(for: judgement),
                severity: judgement.isValid ? .warning : .error, related: earlierPlaces(of: judgement, in: origins))
        }
    }

    private func message(for judgement: OriginJudgement) -> String {
        let faults = judgement.problems.map { "\($0.fault) (\($0.rawValue))" }.joined(separator: "; ")
        let subject =
            judgement.problems.contains(.empty) ? "an origin" : "the origin \(Quoted.text(judgement.declared))"
        return judgement.isValid
            ? "\(subject) is better not declared like this: \(faults)"
            : "\(subject) cannot be sent to Osteocom like this: \(faults)"
    }

    private func help(for judgement: OriginJudgement) -> String {
        guard !judgement.problems.contains(.duplicate) else { return OriginProblem.duplicate.cure }
        if let suggestion = judgement.suggestion, suggestion != judgement.declared { return "write \(suggestion)" }
        let cures = judgement.problems.map(\.cure)
        return cures.indices.filter { !cures[..<$0].contains(cures[$0]) }.map { cures[$0] }.joined(separator: "; ")
    }

    /// Where a duplicate stands for the first time.
    private func earlierPlaces(of judgement: OriginJudgement, in origins: [JudgedOrigin]) -> [Place] {
        guard judgement.problems.contains(.duplicate), let suggestion = judgement.suggestion else { return [] }
        let first = origins.first { $0.judgement.suggestion == suggestion }
        return [first?.declared.place].compactMap { $0 }
    }
}
