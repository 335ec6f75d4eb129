import ContentSecurityPolicy
import OsteolintCore
import OsteolintRules
import Testing
import WebURL

/// What the project says about a case of the table, from the page's bytes on.
struct JudgedCase {
    let decision: LoadingDecision
    let verdict: PagePolicyCase.Verdict
    /// Whether one of the rules says that the embed is blocked.
    let isReported: Bool

    init(_ sample: PagePolicyCase) throws {
        let url = try #require(WebURL(sample.pageURL))
        let fields = sample.headers.map { ResponseField(name: $0[0], value: $0[1]) }
        let options = Page.Options(charset: .utf8, url: url, fields: fields)
        let rules = ["page-policy-blocks-embed", "page-isolation-blocks-embed"].compactMap(RuleRegistry.rule)
        let embedURL = try #require(WebURL(sample.embedURL))
        // Another port or a dot at the end make it another host than Osteocom's.
        let environment: Environment? =
            embedURL.hostText == "www.osteocom.me" && embedURL.port == nil
            ? nil : .custom(name: "other", origin: embedURL.origin)
        let configuration = Configuration(environment: environment)
        let linter = Linter(rules: rules, configuration: configuration, masking: Masking(reveals: false))
        let page = try Array(sample.markup.utf8).withUnsafeBytes { bytes in
            linter.lint(
                try Page(
                    path: "course.html", bytes: bytes, decoder: TextDecoder(), options: options,
                    configuration: configuration))
        }
        let embed = try #require(page.embeds.first, "\(sample.id) has no embed")
        let hops = try Self.hops(of: sample, from: embed.url.url)
        let policies = page.fields.filter { $0.name == "content-security-policy" }.flatMap {
            PolicyList(value: $0.value.text, disposition: .enforce).policies
        }
        decision = LoadingPolicies(policies, pageURL: url).decide(hops.map(\.url), in: embed.loading.element)
        let values = page.fields.filter { $0.name == "cross-origin-embedder-policy" }.map(\.value.text)
        let isIsolated =
            EmbedderPolicy(values, at: url).isIsolating && !embed.loading.isCredentialless
            && EmbedderRefusal.of(hops.map { ($0.url, $0.fields) }, in: url) != nil
        verdict = decision.verdict == .blocked || isIsolated ? .blocked : .allowed
        let survey = PagePolicySurvey([page], hosting: [], answers: [embed.url.url.withoutFragment: hops])
        // A sandbox lets the card load, and keeps it from being of use.
        isReported = linter.lintPolicies(survey).contains {
            $0.severity == .error && !$0.message.hasPrefix("the sandbox")
        }
    }

    private static func hops(of sample: PagePolicyCase, from url: WebURL) throws -> [ResponseHop] {
        let responses = sample.hops.map { hop in
            RecordedHop(
                status: hop.status, fields: hop.headers.map { ResponseField(name: $0[0], value: $0[1]) },
                location: hop.location)
        }
        let chain = try RedirectChain(from: url, responses)
        return zip(chain.urls, chain.hops).map { ResponseHop(url: $0, status: $1.status, fields: $1.fields) }
    }
}
