import OsteolintCore
import WebURL

/// Reports an embed of another environment than the configured one, or than the site's other embeds.
struct EmbedEnvironmentMismatch: SiteRule {
    static let descriptor = RuleDescriptor(
        id: "embed-environment-mismatch",
        topic: .url,
        summary: "Reports an embed that points at another environment than it should.",
        severity: .error,
        rationale: """
            Test and production know different clients, products and buyers. A card of the Test environment on a live \
            page shows "Content unavailable" or sells nothing; a production card on a staging page takes real money.

            With an environment in the configuration, every embed of another one is reported. Without, both are \
            accepted, but not side by side in one site: then the embeds of the rarer environment are reported (of \
            Test, where there are as many). Another subdomain of osteocom.me is no environment at all.
            """,
        remedy: "Point all embeds of a site at one environment, and name it in .osteolint.yml.",
        references: [References.embed, "Osteocom, API reference: Base URL"]
    )

    static let examples = [
        RuleExample("one environment", example(Environment.production.host), example(Environment.production.host)),
        RuleExample(
            "two environments in one site",
            example("www.osteocom.me"),
            example("↓test.osteocom.me")
        ),
        RuleExample(
            "the rarer one",
            example("test.osteocom.me"),
            example("test.osteocom.me"),
            example("↓osteocom.me")
        ),
        RuleExample("a subdomain that is no environment", example("↓beta.osteocom.me")),
        RuleExample(
            "another environment than the configured one",
            example("↓test.osteocom.me"),
            configuration: Configuration(environment: .production)
        ),
        RuleExample(
            "the configured custom host",
            example("cards.partner.example"),
            configuration: Configuration(environment: custom)
        ),
        RuleExample("both hosts of production", example("www.osteocom.me"), example("osteocom.me")),
        RuleExample("Test alone, and nothing is configured", example("test.osteocom.me")),
    ]

    private static var custom: Environment? {
        WebURL("https://cards.partner.example").map { .custom(name: "cards", origin: $0.origin) }
    }

    private static func example(_ host: String) -> String {
        #"<iframe src="https://\#(host)/embed/course?\#(SampleEmbed.ids)" title="Course"></iframe>"#
    }

    func check(_ embeds: [Embed], in site: Site) -> [Finding] {
        let foreign = embeds.filter { $0.environment == nil }.map { findingOfSubdomain($0, in: site) }
        guard let configured = site.configuration.environment else { return foreign + findingsOfMixture(embeds) }
        return foreign + embeds.compactMap { findingOfOther($0, than: configured) }
    }

    private func findingOfSubdomain(_ embed: Embed, in site: Site) -> Finding {
        let host = embed.url.url.hostText ?? ""
        let wanted = (site.configuration.environment ?? .production).host
        let message = "`\(host)` is none of Osteocom's environments"
        return finding(message, at: place(of: embed), embed: embed, help: "write https://\(wanted)…")
    }

    private func findingOfOther(_ embed: Embed, than configured: Environment) -> Finding? {
        guard let environment = embed.environment, environment != configured else { return nil }
        let message = "the embed points at \(environment.name), but \(configured.name) is configured"
        return finding(message, at: place(of: embed), embed: embed, help: "write https://\(configured.host)…")
    }

    private func findingsOfMixture(_ embeds: [Embed]) -> [Finding] {
        let production = embeds.filter { $0.environment == .production }
        let test = embeds.filter { $0.environment == .test }
        guard let firstProduction = production.first, let firstTest = test.first else { return [] }
        let isTestRarer = test.count <= production.count
        let (rarer, other) = isTestRarer ? (test, production) : (production, test)
        let (name, otherName) = isTestRarer ? ("test", "production") : ("production", "test")
        let first = isTestRarer ? firstProduction : firstTest
        return rarer.map { embed in
            let count = other.count == 1 ? "another embed" : "\(other.count) other embeds"
            let message = "the embed points at \(name), but \(count) of this site at \(otherName)"
            let host = (isTestRarer ? Environment.production : .test).host
            let help = "write https://\(host)… or name the environment in .osteolint.yml"
            let related = [place(of: first)]
            return finding(message, at: place(of: embed), embed: embed, help: help, related: related, fault: name)
        }
    }

    private func place(of embed: Embed) -> Place {
        embed.url.components.host.map { embed.place(of: $0) } ?? Place(path: embed.path, range: embed.url.source.range)
    }
}
