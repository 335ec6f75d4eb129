import Foundation
import ProgramRuns
import Testing

@Suite("A whole run keeps users' ids and secrets to itself")
struct PrivacyTests {
    private typealias Scenario = StatusScenario

    /// The id of `--status-user`.
    private static let statusUser = "planted-throw-away-5150"

    @Test("No output, report, cache, resume file or log holds a planted id or secret")
    func planted() async throws {
        // The server repeats what it was asked with, as far as a sandbox can.
        let behaviours = """
            rateLimit: { requests: 4, seconds: 86400, retryAfter: seconds }
            behaviours:
              - productId: \(Scenario.unlistedProduct)
                path: /api2/*
                status: 200
                body: '{"status": "No \(Scenario.user)"}'
            """
        let site = try await ProductSite(behaviours)
        let users = [Scenario.user, Scenario.owner, "anna.planted@example.org", "ué-planted-77"]
        let embeds = users.map { Scenario.embed(site.sandbox.origin, user: encoded($0)) }
        try site.write("a.html", embeds)
        try site.write("b.html", products: [Scenario.unlistedProduct, Scenario.missingProduct, Scenario.otherProduct])
        // With the secret the catalogue answers most; without it the rate limit leaves something open.
        for (secret, arguments) in [
            (Scenario.secret, []), ("", ["--status-user", Self.statusUser]), ("", ["--max-requests", "1", "--reveal"]),
        ] {
            let isRevealed = arguments.contains("--reveal")
            let outcome = try await site.sandbox.osteolint(
                "audit",
                ["--format", "text", "--format", "json=report.json", "--resume", "open.json", "--cache", "cache.json"]
                    + arguments + ["--max-wait", "0", "."], in: "site",
                environment: ["OSTEOCOM_CLIENT_SECRET": secret]
            ).run()
            #expect([1, 2].contains(outcome.status), "\(outcome.errors)")
            var texts = [try site.text("cache.json"), outcome.errors]
            if secret.isEmpty { texts.append(try site.text("open.json")) }
            if !isRevealed { texts += [outcome.output, try site.text("report.json")] }
            for text in texts { try expectNothing(planted: users + [Self.statusUser], in: text) }
            #expect(!outcome.output.contains(Scenario.secret))
            #expect(!(try site.text("report.json")).contains(Scenario.secret))
        }
        try expectNothing(planted: users + [Self.statusUser], in: try site.sandbox.process.errors())
    }

    private func expectNothing(planted ids: [String], in text: String) throws {
        for word in ids + ids.map(encoded) + [Scenario.secret] {
            #expect(!text.contains(word), "\(word) is in \(text.prefix(3000))")
        }
    }

    private func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "-."))) ?? ""
    }
}
