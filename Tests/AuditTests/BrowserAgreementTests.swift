import HeadlessChromium
import ProgramRuns
import ReportSchema
import Testing

/// The browser has the last word: a card appears exactly where `osteolint audit` says that it is allowed.
@Suite("A real browser and osteolint audit", .enabled(if: Chromium.find() != nil, Comment(rawValue: Chromium.missing)))
struct BrowserAgreementTests {
    private static let learn = "https://learn.partner.example"
    private static let shop = "https://shop.partner.example"
    private static let portal = "https://portal.example"

    /// What the sandbox answers below `/embed/`, by the last part of the path.
    private static let behaviours: [(name: String, behaviour: String)] = [
        ("list", "fields: [{ X-Sandbox: list }]"),
        ("none", #"policies: ["frame-ancestors 'none'"]"#),
        ("empty", #"policies: ["frame-ancestors"]"#),
        ("wildcard", #"policies: ["frame-ancestors https://*.partner.example"]"#),
        ("apex", #"policies: ["frame-ancestors https://*.learn.partner.example"]"#),
        ("path", #"policies: ["frame-ancestors https://learn.partner.example/courses"]"#),
        ("slash", #"policies: ["frame-ancestors https://learn.partner.example/"]"#),
        ("upgrade", #"policies: ["frame-ancestors http://shop.partner.example"]"#),
        ("port", #"policies: ["frame-ancestors https://learn.partner.example:8443 https://shop.partner.example:*"]"#),
        ("everyone", #"policies: ["frame-ancestors *"]"#),
        ("scheme", #"policies: ["frame-ancestors https:"]"#),
        (
            "two",
            #"policies: ["frame-ancestors https://learn.partner.example https://portal.example", "frame-ancestors https:"]"#
        ),
        ("comma", #"policies: ["frame-ancestors https:, frame-ancestors https://shop.partner.example"]"#),
        ("missing", "noPolicy: true"),
        ("reported", #"{ noPolicy: true, reportOnly: "frame-ancestors 'none'" }"#),
        ("deny", "{ noPolicy: true, fields: [{ X-Frame-Options: DENY }] }"),
        ("sameorigin", "{ noPolicy: true, fields: [{ X-Frame-Options: SAMEORIGIN }] }"),
        ("allowall", "{ noPolicy: true, fields: [{ X-Frame-Options: ALLOWALL }] }"),
        ("void", #"{ policies: ["frame-ancestors https:"], fields: [{ X-Frame-Options: DENY }] }"#),
        ("asking", "policyByReferer: listed"),
        ("reflected", "policyByReferer: reflect"),
        ("moved", "redirect: /embed/none"),
        ("moved-back", "redirect: /embed/list"),
    ]

    @Test("The card appears exactly where the audit says allowed")
    func agreement() async throws {
        let site = try await Self.site()
        try await site.chromium { browser in
            for (page, ancestors) in [
                ("\(Self.learn)/", [Self.learn]), ("\(Self.shop)/", [Self.shop]),
                ("\(Self.portal)/learn.html", [Self.portal, Self.learn]),
            ] {
                let shown = try await Self.cards(in: browser.open(page), of: site)
                let told = try await Self.allowed(site, below: ancestors)
                #expect(shown == told, "in \(page)")
                #expect(told.values.contains("allowed") && told.values.contains("blocked"))
                #expect(told.count == Self.behaviours.count)
            }
        }
    }

    /// What the browser shows, by the name of the answer.
    private static func cards(in page: BrowserPage, of site: AuditedSite) async throws -> [String: String] {
        var cards: [String: String] = [:]
        for frame in try await page.frames() where frame.url.hasPrefix(site.origin) {
            // The name is the user's id, which every redirect keeps.
            guard let name = frame.url.split(separator: "=").last else { continue }
            cards[String(name)] = frame.isBlocked ? "blocked" : "allowed"
            if frame.isBlocked {
                #expect(frame.failure?.contains("ERR_BLOCKED_BY_RESPONSE") == true, "\(frame.url)")
            } else {
                #expect(try await page.card(in: frame) == "available")
            }
        }
        return cards
    }

    /// What the audit says, by the name of the answer.
    private static func allowed(_ site: AuditedSite, below ancestors: [String]) async throws -> [String: String] {
        // Here each URL has a policy of its own making, which one client's URLs have not.
        let outcome = try await site.audit("--every-origin", "--reveal", "--ancestor-chain", "\(portal),\(learn)", ".")
        let verdicts = try outcome.report()["framing"].items.filter { entry in
            entry["ancestors"].items.compactMap(\.text) == ancestors
        }
        return Dictionary(
            uniqueKeysWithValues: verdicts.compactMap { entry in
                guard let url = entry["url"].text, let name = url.split(separator: "=").last else { return nil }
                return (String(name), entry["verdict"].text ?? "")
            })
    }

    /// A site with one embed for each behaviour, served by the sandbox and lying in the folder to be audited.
    private static func site() async throws -> AuditedSite {
        let frames = behaviours.map { behaviour in
            let query = "clientId=\(AuditedSite.client)&amp;productId=\(AuditedSite.product)"
            return """
                <iframe title="\(behaviour.name)" src="{{sandbox}}/embed/\(behaviour.name)?\(query)&amp;\
                partnerUserId=\(behaviour.name)"></iframe>
                """
        }
        let page = "<!DOCTYPE html><title>Course</title>\n" + frames.joined(separator: "\n")
        let site = try await AuditedSite(
            listed: [learn],
            behaviours: behaviours.map { name, behaviour in
                let keys = behaviour.hasPrefix("{") ? String(behaviour.dropFirst().dropLast()) : behaviour
                return "{ path: /embed/\(name), \(keys) }"
            },
            more: """
                hosts: [learn.partner.example]
                sites:
                  learn.partner.example: pages
                  shop.partner.example: pages
                  portal.example: portal

                """,
            files: [
                "sandbox/pages/index.html": page,
                "sandbox/portal/learn.html": #"<title>Portal</title><iframe src="\#(learn)/"></iframe>"#,
            ])
        try site.declare([learn, shop])
        try site.folder.write("site/index.html", page.replacing("{{sandbox}}", with: site.origin))
        return site
    }
}
