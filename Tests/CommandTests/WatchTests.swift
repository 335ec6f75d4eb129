import Foundation
import ProgramRuns
import Testing

@Suite("check --watch", .timeLimit(.minutes(3)))
struct WatchTests {
    private static let passed = "passed: no findings; 1 Osteocom embed in 1 page"
    private static let failed = "failed: 1 error; 1 Osteocom embed in 1 page"

    /// A folder with a page below `site`, and a run that watches it and has checked it once.
    private func start(_ folder: TemporaryFolder, _ arguments: String...) async throws -> WatchedRun {
        try folder.write("site/page.html", SamplePage.good)
        let run = try WatchedRun(arguments + ["--watch", "site"], in: folder)
        #expect(try await run.line() == Self.passed)
        return run
    }

    /// Ends a run as Ctrl-C does.
    private func end(_ run: WatchedRun) async throws {
        #expect(try await run.interrupt() == 130)
    }

    @Test("A file that is written over is checked again, until Ctrl-C")
    func change() async throws {
        let folder = try TemporaryFolder()
        let run = try await start(folder)
        try folder.write("site/page.html", SamplePage.faulty)
        #expect(try await run.line(startingWith: "failed") == Self.failed)
        try folder.write("site/page.html", SamplePage.good)
        #expect(try await run.line() == Self.passed)
        try await end(run)
    }

    @Test("New files and folders are seen, files that go and such that an editor renames")
    func folders() async throws {
        let folder = try TemporaryFolder()
        let run = try await start(folder)
        try folder.makeFolder("site/en/courses")
        #expect(try await run.line() == Self.passed)
        try folder.write("site/en/courses/new.html", SamplePage.plain)
        let both = "passed: no findings; 1 Osteocom embed in 2 pages"
        #expect(try await run.line(startingWith: both) == both)
        try folder.write("site/.page.html.swp", SamplePage.faulty)
        #expect(rename(folder.path("site/.page.html.swp"), folder.path("site/page.html")) == 0)
        #expect(
            try await run.line(startingWith: "failed") == "failed: 1 error; 1 Osteocom embed in 2 pages")
        try FileManager.default.removeItem(atPath: folder.path("site/page.html"))
        #expect(try await run.line(startingWith: "passed") == "passed: no findings; no Osteocom embed in 1 page")
        try await end(run)
    }

    @Test("A folder that is built anew is waited for")
    func rebuilt() async throws {
        let folder = try TemporaryFolder()
        let run = try await start(folder)
        try FileManager.default.moveItem(atPath: folder.path("site"), toPath: folder.path("old"))
        #expect(try await run.complaint(containing: "site: no such file") != nil)
        try FileManager.default.moveItem(atPath: folder.path("old"), toPath: folder.path("site"))
        #expect(try await run.line() == Self.passed)
        try await end(run)
    }

    @Test("The configuration is read anew, and may be broken for a while")
    func configuration() async throws {
        let folder = try TemporaryFolder()
        let run = try await start(folder)
        try folder.write(".osteolint.yml", "clientID: x\n")
        #expect(try await run.complaint(containing: "unknown key `clientID`") != nil)
        try folder.write(".osteolint.yml", "clientId: another-client\n")
        #expect(try await run.line(startingWith: "failed") == Self.failed)
        try FileManager.default.removeItem(atPath: folder.path(".osteolint.yml"))
        #expect(try await run.line() == Self.passed)
        try await end(run)
    }

    @Test("Files of formats are written each time, and do not set off the next")
    func outputs() async throws {
        let folder = try TemporaryFolder()
        let run = try await start(folder, "--format", "text", "--format", "json=site/report.json")
        try folder.write("site/page.html", SamplePage.faulty)
        #expect(try await run.line(startingWith: "failed") == Self.failed)
        #expect(try folder.text("site/report.json").contains("product-id-malformed"))
        try folder.write("site/page.html", SamplePage.good)
        // A report of what osteolint itself has written would come before.
        #expect(try await run.line() == Self.passed)
        try await end(run)
    }

    @Test("A file that is named is watched in its folder, and nothing else is")
    func namedFile() async throws {
        let folder = try TemporaryFolder()
        try folder.write("page.html", SamplePage.good)
        let run = try WatchedRun(["--watch", "page.html"], in: folder)
        #expect(try await run.line() == Self.passed)
        try folder.write("other.html", SamplePage.faulty)
        try folder.write("page.html", SamplePage.faulty)
        #expect(try await run.line(startingWith: "failed") == Self.failed)
        try await end(run)
    }

    @Test("Where nobody reads the reports any more, the run ends as the last one did")
    func unheard() async throws {
        let folder = try TemporaryFolder()
        let run = try await start(folder)
        #expect(try await run.close() == 0)
    }

    @Test(
        "What cannot be watched is refused",
        arguments: [
            (["-"], "--watch and standard input: it does not change; name files or folders"),
            (["--files-from", "-"], "--watch and standard input: it does not change; name files or folders"),
            (
                ["--write-baseline", "--baseline", "known.json"],
                "--watch and --write-baseline: every new finding would be known at once; write the baseline first"
            ),
            (
                ["--fix", "--write"],
                "--watch and --fix --write: what is written would start the next check; watch without --write"
            ),
            (["gone"], "gone: no such file"),
        ])
    func refused(_ arguments: [String], _ message: String) async throws {
        let folder = try TemporaryFolder()
        let outcome = try await Command(arguments: ["check", "--watch"] + arguments, folder: folder.root).run()
        #expect(outcome.status == 64)
        #expect(outcome.errors == "osteolint: \(message)\n")
    }
}
