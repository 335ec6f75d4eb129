import Foundation
import ProgramRuns
import Testing

@Suite("The documented audit")
struct DocumentedAuditTests {
    @Test("The documented configuration gets the documented report")
    func audit() async throws {
        let package = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: package.appending(path: "docs/audit.md"), encoding: .utf8)
        let site = try await AuditedSite(listed: ["https://lms.partner.com"])
        // The list is the document's, but the answers come from the sandbox.
        try site.folder.write(
            "site/.osteolint.yml",
            try block(of: "yaml", in: page) + "environment: { name: sandbox, origin: '\(site.origin)' }\n")
        try site.write("public/course.html", embeds: ["course"])
        let outcome = try await Command(
            arguments: ["audit", "--ca-file", site.folder.path("authority.pem"), "public/"],
            folder: site.folder.path("site")
        ).run()
        #expect(outcome.status == 1)
        #expect(outcome.output == (try block(of: "text", in: page)))
    }

    private func block(of language: String, in text: String) throws -> String {
        let behind = try #require(text.firstRange(of: "```\(language)\n")).upperBound
        let end = try #require(text[behind...].firstRange(of: "```\n")).lowerBound
        return String(text[behind..<end])
    }
}
