import Foundation
import ProgramRuns
import Testing

@Suite("The README's audit")
struct ReadmeAuditTests {
    @Test("The README's configuration gets the README's report")
    func audit() throws {
        let package = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let readme = try String(contentsOf: package.appending(path: "README.md"), encoding: .utf8)
        let part = readme[try #require(readme.firstRange(of: "## The audit before go-live")).upperBound...]
        let site = try AuditedSite(listed: ["https://lms.partner.com"])
        // The list is the README's, but the answers come from the sandbox.
        try site.folder.write(
            "site/.osteolint.yml",
            try block(of: "yaml", in: part) + "environment: { name: sandbox, origin: '\(site.origin)' }\n")
        try site.write("public/course.html", embeds: ["course"])
        let outcome = try Command(
            arguments: ["audit", "--ca-file", site.folder.path("authority.pem"), "public/"],
            folder: site.folder.path("site")
        ).run()
        #expect(outcome.status == 1)
        #expect(outcome.output == (try block(of: "text", in: part)))
    }

    private func block(of language: String, in text: Substring) throws -> String {
        let behind = try #require(text.firstRange(of: "```\(language)\n")).upperBound
        let end = try #require(text[behind...].firstRange(of: "```\n")).lowerBound
        return String(text[behind..<end])
    }
}
