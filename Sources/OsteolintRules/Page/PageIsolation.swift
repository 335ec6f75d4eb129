import ContentSecurityPolicy
import OsteolintCore

/// A field of a page that isolates it, or sandboxes it, more than the card survives.
struct PageIsolation {
    /// How many fields of one page are looked at.
    private static let fields = 100

    let key: PolicyHits.Key
    let place: Place
    let severity: Severity
    /// What is wrong, but for the number of pages.
    let message: String
    /// What to do instead.
    let help: String
    var hits = PolicyHits()

    /// The isolations of a page, each with the embeds that it hits.
    static func all(
        of page: PagePolicySurvey.SurveyedPage, in survey: PagePolicySurvey
    ) -> [(PageIsolation, [Embed])] {
        // What stands in markup neither isolates nor sandboxes.
        let fields = page.fields.lazy.filter { $0.source != .meta }.prefix(Self.fields)
        let policies = fields.filter { $0.name == "cross-origin-embedder-policy" }
        let sandboxes = fields.filter { $0.name == "content-security-policy" }.flatMap { field in
            PolicyList(value: field.value.text, disposition: .enforce).policies.compactMap { sandbox($0, in: field) }
        }
        return embedderPolicies(Array(policies), of: page, in: survey) + sandboxes.map { ($0, page.embeds) }
    }

    /// Fields of one file that come together are one list, which means nothing.
    private static func embedderPolicies(
        _ fields: [PageField], of page: PagePolicySurvey.SurveyedPage, in survey: PagePolicySurvey
    ) -> [(PageIsolation, [Embed])] {
        fields.compactMap { field in
            let together = fields.filter { $0.source == field.source && $0.path == field.path }
            let policy = EmbedderPolicy(together.map(\.value.text), at: page.url)
            guard policy.isIsolating else { return nil }
            let hit = page.embeds.filter { !$0.loading.isCredentialless }.compactMap { embed in
                refusal(of: embed, of: page, in: survey).map { (embed, $0) }
            }
            guard let (embed, refusal) = hit.first else { return nil }
            let isolation = PageIsolation(policy, field, refusal, isAnswered: !survey.answers(to: embed).isEmpty)
            return (isolation, hit.map(\.0))
        }
    }

    private static func refusal(
        of embed: Embed, of page: PagePolicySurvey.SurveyedPage, in survey: PagePolicySurvey
    ) -> EmbedderRefusal? {
        EmbedderRefusal.of(survey.answers(to: embed).map { ($0.url, $0.fields) }, in: page.url)
    }

    private init(_ policy: EmbedderPolicy, _ field: PageField, _ refusal: EmbedderRefusal, isAnswered: Bool) {
        place = field.place(of: 0..<field.value.text.utf8.count)
        key = PolicyHits.Key(field, at: place, text: "\(field.name) \(policy.rawValue)")
        severity = .error
        let lack =
            switch refusal {
            case .noEmbedderPolicy: isAnswered ? "has no Cross-Origin-Embedder-Policy" : "does not"
            case .noResourcePolicy(0): "has no `Cross-Origin-Resource-Policy: cross-origin`"
            case .noResourcePolicy: "is redirected by an answer without `Cross-Origin-Resource-Policy: cross-origin`"
            }
        message =
            "`\(policy.rawValue)` makes browsers show only frames that opt in, and the card \(lack): "
            + "they show an error in its place"
        help = "send Cross-Origin-Embedder-Policy only with pages that hold no embed, or `unsafe-none` with these"
    }

    private static func sandbox(_ policy: Policy, in field: PageField) -> PageIsolation? {
        guard let directive = policy.directive(named: "sandbox"), !directive.isDropped else { return nil }
        let sandbox = CheckoutSandbox(directive.value)
        return sandbox.fault.map { PageIsolation(sandbox, $0, directive, field) }
    }

    private init(
        _ sandbox: CheckoutSandbox, _ fault: (message: String, severity: Severity), _ directive: Directive,
        _ field: PageField
    ) {
        place = field.place(of: directive.offsets)
        key = PolicyHits.Key(field, at: place, text: "sandbox \(sandbox.tokens.joined(separator: " "))")
        severity = fault.severity
        message = "the sandbox of the whole page goes for its frames too: \(fault.message)"
        help = "leave `sandbox` out of the policy, or write `sandbox \(ShownText.cut(sandbox.cure))`"
    }
}
