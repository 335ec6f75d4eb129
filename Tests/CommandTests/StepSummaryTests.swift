import Foundation
import ProgramRuns
import Testing

@Suite("The summary of a step on GitHub")
struct StepSummaryTests {
    /// Checks a page with a fault, as a step whose summary is a file of that name.
    private func check(_ folder: TemporaryFolder, summary: String, format: String = "github") async throws -> Outcome {
        try folder.write("page.html", SamplePage.faulty)
        return try await Command(
            arguments: ["--format", format], folder: folder.root,
            environment: ["GITHUB_STEP_SUMMARY": summary.isEmpty ? "" : folder.path(summary)]
        ).run()
    }

    @Test("The summary is added to what other steps have written")
    func added() async throws {
        let folder = try TemporaryFolder()
        try folder.write("summary.md", "# Before, without a line feed")
        for _ in 0..<2 {
            let outcome = try await check(folder, summary: "summary.md")
            #expect(outcome.status == 1)
            #expect(outcome.errors.isEmpty)
            #expect(outcome.output.hasPrefix("::error file=page.html,line=3,"))
        }
        let markdown = try await check(folder, summary: "", format: "markdown").output
        #expect(try folder.text("summary.md") == "# Before, without a line feed\n\(markdown)\n\(markdown)")
    }

    @Test("Without the format for GitHub, or outside of a step, no file is touched")
    func untouched() async throws {
        let folder = try TemporaryFolder()
        #expect(try await check(folder, summary: "summary.md", format: "text").errors.isEmpty)
        #expect(try await check(folder, summary: "").errors.isEmpty)
        #expect(try folder.names() == ["page.html"])
    }

    @Test("A summary that cannot be written is said on standard error, and changes nothing else")
    func refused() async throws {
        let folder = try TemporaryFolder()
        let output = try await check(folder, summary: "").output
        try folder.makeFolder("a\nfolder")
        let outcome = try await check(folder, summary: "a\nfolder")
        #expect(outcome.status == 1)
        #expect(outcome.output == output)
        #expect(outcome.errors.hasPrefix("osteolint: \(folder.root)/a\\u{A}folder: cannot add to the step's summary: "))
        #expect(outcome.errors.split(separator: "\n").count == 1)
    }

    @Test("A summary that GitHub would drop for its size is not made larger")
    func full() async throws {
        let folder = try TemporaryFolder()
        try folder.write("summary.md", [UInt8](repeating: 0x61, count: (1 << 20) - 1000))
        let outcome = try await check(folder, summary: "summary.md")
        #expect(outcome.status == 1)
        #expect(
            outcome.errors == "osteolint: \(folder.path("summary.md")): cannot add to the step's summary: it is full\n")
        #expect(try folder.read("summary.md").count == (1 << 20) - 1000)
    }
}
