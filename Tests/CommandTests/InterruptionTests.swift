import ProgramRuns
import Foundation
import ReportSchema
import Testing

@Suite("Ctrl-C")
struct InterruptionTests {
    /// A folder with a page and a pipe, and a run that waits for the pipe.
    private func start(_ folder: TemporaryFolder, _ page: String, _ arguments: [String]) throws -> RunningCommand {
        try folder.write("a.html", page)
        mkfifo(folder.path("b.html"), 0o600)
        // With one job the pages are read in the order of their names.
        let words = arguments + ["--jobs", "1", "a.html", "b.html"]
        return try Command(arguments: words, folder: folder.root).start()
    }

    /// Opens the pipe for writing, which takes until the run has opened it for reading.
    private func open(_ folder: TemporaryFolder) async throws -> Int32 {
        try await Descriptor.open(pipe: folder.path("b.html"), O_WRONLY)
    }

    @Test(
        "What is known is written, and nothing passes",
        arguments: [
            (SamplePage.good, "inconclusive"), (SamplePage.faulty, "fail"),
        ])
    func report(_ page: String, _ verdict: String) async throws {
        let folder = try TemporaryFolder()
        let run = try start(folder, page, ["--format", "json"])
        let pipe = try await open(folder)
        defer { close(pipe) }
        run.send(SIGINT)
        let outcome = try await run.end()
        #expect(outcome.status == 130)
        #expect(outcome.errors == "osteolint: interrupted after 1 of 2 pages; the rest was not checked\n")
        let report = try outcome.report()
        #expect(report["verdict"].text == verdict)
        #expect(report["summary"]["files"].integer == 1)
        #expect(report["embeds"].items.count == 1)
    }

    @Test("The text says so too")
    func text() async throws {
        let folder = try TemporaryFolder()
        let run = try start(folder, SamplePage.good, [])
        let pipe = try await open(folder)
        defer { close(pipe) }
        run.send(SIGINT)
        let outcome = try await run.end()
        #expect(outcome.status == 130)
        #expect(outcome.output == "interrupted: no findings; 1 Osteocom embed in 1 page\n")
    }

    @Test("A pipe that is named is read to its end")
    func pipe() async throws {
        let folder = try TemporaryFolder()
        let run = try start(folder, SamplePage.good, ["--format", "json", "--rendering", "snapshot"])
        let pipe = try await open(folder)
        let bytes = Array(SamplePage.faulty.utf8)
        #expect(write(pipe, bytes, 100) == 100)
        #expect(write(pipe, Array(bytes[100...]), bytes.count - 100) == bytes.count - 100)
        close(pipe)
        let outcome = try await run.end()
        #expect(outcome.status == 1)
        let finding = try outcome.report()["findings"][0]
        #expect(finding["path"].text == "b.html")
        #expect(finding["rule"].text == "product-id-malformed")
    }
}
