import Foundation
import ProgramRuns
import ReportSchema
import Testing

@Suite("A support bundle holds no secrets, and users' ids only with --reveal")
struct BundlePrivacyTests {
    private static let secrets = [
        "planted-cookie-1", "planted-nameless-cookie", "planted-bearer", "planted-access-token", "planted-session",
        "planted-signature", "planted-api-key", AuditedSite.secret, "eyJhbGciOiJIUzI1NiJ9.eyJjbGllbnRJZCI6IngifQ.c2ln",
    ]
    private static let user = "\(AuditedSite.user)-course"

    /// What the server sends along: secrets and the user's id, wherever a field can hold them.
    private static let fields = [
        "Set-Cookie: 'sid=planted-cookie-1; Path=/; HttpOnly'", "Set-Cookie: planted-nameless-cookie; Secure",
        "Authorization: Bearer planted-bearer", "X-Access-Token: planted-access-token",
        "X-Api-Key: planted-api-key", "Link: '</a?session=planted-session&clientId=c>; rel=next'",
        "X-Debug: 'jwt \(secrets[8])'", "X-Seen: 'partnerUserId=\(user)'", "X-User: '\(user)'",
        "X-Trace: 'https://a.example/?sig=planted-signature#a=planted-signature'",
    ]

    private func run(_ arguments: [String]) async throws -> BundledAudit {
        let fields = Self.fields.map { "{ \($0) }" }.joined(separator: ", ")
        let site = try await AuditedSite(
            listed: ["https://lms.partner.example"], behaviours: ["{ path: /embed/*, fields: [\(fields)] }"])
        try site.declare(["https://lms.partner.example"])
        try site.write("a.html", embeds: ["course"])
        return try await BundledAudit(
            site.sandbox, arguments + ["."], environment: ["OSTEOCOM_CLIENT_SECRET": AuditedSite.secret])
    }

    @Test("Masked, with the fields in their order")
    func masked() async throws {
        let run = try await run([])
        let text = try run.text()
        for word in Self.secrets + [AuditedSite.user] { #expect(!text.contains(word), "\(word)") }
        let fields = try run.bundle()["framing"]["responses"][0]["hops"][0]["fields"].items
        let values = fields.map { "\($0["name"].text?.lowercased() ?? ""): \($0["value"].text ?? "")" }
        #expect(values.contains("set-cookie: sid=****************; Path=/; HttpOnly"), "\(values)")
        #expect(values.contains { $0.hasPrefix("x-seen: partnerUserId=***") })
        #expect(values.contains("link: </a?session=***************&clientId=c>; rel=next"))
        #expect(values.contains("content-security-policy: frame-ancestors 'self' https://lms.partner.example"))
        try await run.expectSame()
    }

    @Test("With --reveal users' ids are in clear, which is said; secrets are not")
    func revealed() async throws {
        let run = try await run(["--reveal"])
        let text = try run.text()
        for word in Self.secrets { #expect(!text.contains(word), "\(word)") }
        #expect(text.contains(Self.user))
        #expect(run.audit.errors.contains("the report and the bundle support.json show users' ids in clear"))
        let refused = try await run.replay()
        #expect(refused.status == 64)
        #expect(refused.errors.contains("give --reveal to write them"))
        #expect(refused.output.isEmpty)
        try await run.expectSame("--reveal")
    }

    @Test("It is for its owner's eyes, and names neither the computer nor a folder of it")
    func platform() async throws {
        let run = try await run([])
        let text = try run.text()
        #expect(!text.contains("/tmp/") && !text.contains(NSHomeDirectory() + "/"))
        #expect(!text.contains(ProcessInfo.processInfo.hostName) || ProcessInfo.processInfo.hostName == "localhost")
        let bundle = try run.bundle()
        #expect(bundle["platform"]["architecture"].text?.isEmpty == false)
        #expect(bundle["began"].text?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
        #expect(bundle["framing"]["responses"][0]["milliseconds"].integer != nil)
        #expect(bundle["statuses"][0]["milliseconds"].integer != nil)
    }
}
