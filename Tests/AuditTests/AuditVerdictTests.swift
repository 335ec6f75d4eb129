import ProgramRuns
import ReportSchema
import Testing

@Suite("osteolint audit: verdicts")
struct AuditVerdictTests {
    private let lms = "https://lms.partner.example"
    private let shop = "https://shop.partner.example"

    private func verdicts(_ report: JSONValue) -> [String] {
        report["framing"].items.map { entry in
            let ancestors = entry["ancestors"].items.compactMap(\.text).joined(separator: " ")
            return "\(ancestors) \(entry["verdict"].text ?? "")"
        }
    }

    @Test("A listed origin is allowed, another blocked, and the finding stands at its item")
    func allowedAndBlocked() async throws {
        let site = try await AuditedSite(listed: [lms])
        try site.declare([lms, shop])
        try site.write("a.html", embeds: ["course"])
        let outcome = try await site.audit(".")
        let report = try outcome.report()
        #expect(outcome.status == 1)
        #expect(verdicts(report) == ["\(lms) allowed", "\(shop) blocked"])
        #expect(try outcome.rules() == ["origin-not-allowed"])
        let finding = report["findings"][0]
        #expect(finding["path"].text == ".osteolint.yml")
        #expect(finding["line"] == .integer(4))
        #expect(finding["column"] == .integer(5))
        #expect(finding["endColumn"] == .integer(5 + shop.count))
        #expect(finding["snippet"].text == "  - \(shop)")
        #expect(finding["related"].items.map { $0["path"].text } == ["a.html"])
        let allowed = report["framing"][0]
        #expect(allowed["decidedBy"]["expression"].text == lms)
        #expect(allowed["decidedBy"]["policy"] == .integer(0))
        #expect(allowed["hops"].items.map { $0["status"] } == [.integer(200)])
        #expect(report["embeds"].items.count == 1)
    }

    @Test("Everything listed and nothing wrong is a pass")
    func pass() async throws {
        let site = try await AuditedSite(listed: [lms, shop])
        try site.declare([lms, shop])
        try site.write("a.html", embeds: ["course"])
        let outcome = try await site.audit(".")
        #expect(outcome.status == 0)
        #expect(try outcome.report()["verdict"].text == "pass")
        #expect(try outcome.rules() == [])
    }

    @Test("Without a declared origin nothing passes")
    func noOrigin() async throws {
        let site = try await AuditedSite(listed: [lms])
        try site.declare([])
        try site.write("a.html", embeds: ["course"])
        let outcome = try await site.audit(".")
        #expect(outcome.status == 2)
        #expect(try outcome.failures() == ["no-declared-origin .osteolint.yml"])
        #expect(try site.askedPaths() == [])
    }

    @Test("An origin may come as an argument; its finding stands nowhere")
    func originArgument() async throws {
        let site = try await AuditedSite(listed: [lms])
        try site.declare([])
        try site.write("a.html", embeds: ["course"])
        let outcome = try await site.audit("--origin", shop, ".")
        #expect(outcome.status == 1)
        #expect(try outcome.report()["findings"][0].members["path"] == .null)
    }

    @Test("A chain is judged as a whole")
    func chain() async throws {
        let site = try await AuditedSite(listed: [lms, "https://portal.example"])
        try site.declare([lms])
        try site.write("a.html", embeds: ["course"])
        let good = try await site.audit("--ancestor-chain", "https://portal.example,\(lms)", ".")
        #expect(verdicts(try good.report()) == ["\(lms) allowed", "https://portal.example \(lms) allowed"])
        let bad = try await site.audit("--ancestor-chain", "https://other.example, \(lms)", ".")
        #expect(verdicts(try bad.report()) == ["\(lms) allowed", "https://other.example \(lms) blocked"])
        #expect(bad.status == 1)
    }

    @Test(
        "An answer that is not the card is inconclusive, and never a finding",
        arguments: [
            ("status: 403", "forbidden"), ("status: 429", "rate-limited"), ("status: 503", "server-error"),
            ("status: 404", "unexpected-status"), ("firewallPage: true", "not-the-embed"),
            ("emptyBody: true", "empty-answer"), ("redirect: https://evil.example/card", "host-refused"),
            ("redirect: http://localhost/card", "host-refused"), ("redirectLoop: true", "redirect"),
            ("redirect: 'https://169.254.169.254/latest'", "host-refused"), ("cutAfter: 20", "unreachable"),
            ("bodySize: 9000000", "too-large"),
        ])
    func inconclusive(_ behaviour: String, _ reason: String) async throws {
        let site = try await AuditedSite(listed: [lms], behaviours: ["{ path: /embed/odd, \(behaviour) }"])
        try site.declare([lms])
        try site.write("a.html", embeds: ["odd", "course"])
        let outcome = try await site.audit(".")
        let report = try outcome.report()
        #expect(outcome.status == 2)
        #expect(try outcome.rules() == [])
        #expect(verdicts(report) == ["\(lms) inconclusive", "\(lms) allowed"])
        #expect(report["framing"][0]["reason"].text == reason)
        #expect(report["failures"].items.map { $0["reason"].text } == [reason])
        #expect(try await site.audit("--inconclusive", "pass", ".").status == 0)
    }

    @Test("What fails in passing is asked once more at the end")
    func secondLook() async throws {
        let site = try await AuditedSite(
            listed: [lms], behaviours: ["{ path: /embed/odd, status: 503, times: 1 }"])
        try site.declare([lms])
        try site.write("a.html", embeds: ["course", "odd"])
        let outcome = try await site.audit(".")
        #expect(outcome.status == 0)
        #expect(try site.askedPaths().filter { $0 == "/embed/odd" }.count == 2)
    }

    @Test("A server that lets in whoever asks is found out, and that it does not say so in Vary")
    func reflected() async throws {
        let site = try await AuditedSite(listed: [lms], behaviours: ["{ path: /embed/odd, policyByReferer: reflect }"])
        try site.declare([lms, shop])
        try site.write("a.html", embeds: ["odd"])
        let outcome = try await site.audit(".")
        let report = try outcome.report()
        #expect(verdicts(report) == ["\(lms) allowed", "\(shop) allowed"])
        #expect(try outcome.rules().filter { $0 == "framing-policy-broad" }.count == 1)
        #expect(report["remarks"].items.first?["message"].text?.contains("`Vary`") == true)
    }

    @Test("A policy for each asking origin is asked for in the name of each")
    func listedOnly() async throws {
        let site = try await AuditedSite(
            listed: [lms], behaviours: ["{ path: /embed/*, policyByReferer: listed, vary: true }"])
        try site.declare([lms, shop])
        try site.write("a.html", embeds: ["one", "two"])
        let report = try await site.audit(".").report()
        #expect(verdicts(report) == ["\(lms) allowed", "\(shop) blocked", "\(lms) allowed", "\(shop) blocked"])
        #expect(report["remarks"].items == [])
        #expect(try site.askedPaths().filter { $0 == "/embed/two" }.count == 3)
    }

    @Test("The last response of a redirect is judged, and all of them are told")
    func redirected() async throws {
        let site = try await AuditedSite(
            listed: [lms], behaviours: ["{ path: /embed/old, redirect: /embed/course, redirectStatus: 301 }"])
        try site.declare([lms])
        try site.write("a.html", embeds: ["old"])
        let outcome = try await site.audit(".")
        let hops = try outcome.report()["framing"][0]["hops"].items
        #expect(outcome.status == 0)
        #expect(hops.map { $0["status"] } == [.integer(301), .integer(200)])
        #expect(hops[1]["url"].text?.hasPrefix("\(site.origin)/embed/course?") == true)
    }
}
