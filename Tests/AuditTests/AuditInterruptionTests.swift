import Foundation
import LoopbackServer
import ProgramRuns
import ReportSchema
import Testing

@Suite("osteolint audit: an interruption")
struct AuditInterruptionTests {
    @Test("Interrupted while Osteocom lets it wait, it writes what it knows")
    func interrupted() async throws {
        let isWaiting = Gate()
        try await CertificateAuthority.trusted.withFile { authority in
            try await LoopbackServer.serving(respond: { request in
                guard request.target.contains("slow") else { return [.respond(text: "<p>card")] }
                isWaiting.open()
                return [.hold]
            }) { server in
                let folder = try site(at: server.origin())
                let run = try Command(
                    arguments: ["audit", "--ca-file", authority, "--timeout", "900", "--format", "json", "."],
                    folder: folder.root
                ).start()
                await isWaiting.wait()
                run.send(SIGINT)
                let outcome = try await run.end()
                #expect(outcome.status == 130)
                let report = try JSONValue(outcome.data)
                #expect(report["framing"].items.map { $0["verdict"].text } == ["inconclusive"])
                #expect(report["framing"][0]["reason"].text == "interrupted")
                #expect(report["embeds"].items.count == 1)
            }
        }
    }

    private func site(at origin: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            ".osteolint.yml",
            "environment: { name: test, origin: '\(origin)' }\norigins: ['https://lms.partner.example']\n")
        try folder.write(
            "a.html",
            """
            <title>Course</title><iframe title="Course" src="\(origin)/embed/slow?clientId=\(AuditedSite.client)&amp;\
            productId=\(AuditedSite.product)&amp;partnerUserId=u-1"></iframe>
            """)
        return folder
    }
}
