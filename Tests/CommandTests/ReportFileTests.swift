import ProgramRuns
import Foundation
import ReportSchema
import Testing

@Suite("Reports in files")
struct ReportFileTests {
    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("page.html", SamplePage.faulty)
        return folder
    }

    @Test("One run writes all formats, and standard output only the one without a file")
    func several() async throws {
        let folder = try site()
        let json = try await folder.osteolint("--format=json").data
        let text = try await folder.osteolint().data
        try folder.makeFolder("out")
        let outcome = try await folder.osteolint("--format", "json=out/a=b.json", "--format", "text=out/report.txt")
        #expect(outcome.data.isEmpty)
        #expect(outcome.status == 1)
        #expect(try folder.read("out/a=b.json") == json)
        #expect(try folder.read("out/report.txt") == text)
        let both = try await folder.osteolint("--format", "json=out/report.json", "--format", "text")
        #expect(both.data == text)
        #expect(try folder.read("out/report.json") == json)
    }

    @Test("A file of before is replaced as a whole, and nothing is left beside it")
    func replaced() async throws {
        let folder = try site()
        try folder.write("out/report.json", String(repeating: "old ", count: 10_000))
        chmod(folder.path("out/report.json"), 0o644)
        let outcome = try await folder.osteolint("--format", "json=out/report.json")
        #expect(outcome.status == 1)
        let report = try JSONValue(try folder.read("out/report.json"))
        #expect(try JSONSchema.ofReports().faults(in: report) == [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("out")) == ["report.json"])
    }

    @Test("A new file can be read by whoever may read what others write")
    func permissions() async throws {
        let folder = try site()
        _ = try await folder.osteolint("--format", "json=report.json")
        var status = stat()
        #expect(stat(folder.path("report.json"), &status) == 0)
        let mask = umask(0)
        umask(mask)
        #expect(status.st_mode & 0o777 == 0o666 & ~mask)
    }

    @Test("A full disk behind standard output is told, and two spellings of one file are one file")
    func refused() async throws {
        let folder = try site()
        let shell = try await ForeignProgram.shell.run(
            ["-c", "\"$0\" check page.html > /dev/full", Command.binary], in: folder)
        #expect(shell.status == 64)
        #expect(shell.errors == "osteolint: standard output: cannot be written: No space left on device\n")
        let outcome = try await folder.osteolint("--format", "json=report", "--format", "sarif=./report")
        #expect(outcome.status == 64)
        #expect(outcome.errors == "osteolint: two formats for ./report; give each a file of its own\n")
    }

    @Test("A device is written to, not replaced")
    func device() async throws {
        let folder = try site()
        mkfifo(folder.path("pipe"), 0o600)
        let run = try Command(
            arguments: ["--format", "json=pipe", "--format", "text=/dev/null"], folder: folder.root
        ).start()
        let pipe = try await Descriptor.open(pipe: folder.path("pipe"), O_RDONLY)
        let report = Data(try await Descriptor.readAll(pipe))
        close(pipe)
        #expect(try await run.end().status == 1)
        #expect(try JSONSchema.ofReports().faults(in: JSONValue(report)) == [])
        var status = stat()
        #expect(stat(folder.path("pipe"), &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
        #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    }

    @Test(
        "A folder that is closed for writing is told before anything is checked",
        .disabled(if: geteuid() == 0, "root may write everywhere"))
    func closedFolder() async throws {
        let folder = try site()
        try folder.makeFolder("out")
        chmod(folder.path("out"), 0o500)
        let outcome = try await folder.osteolint("--format", "json=out/report.json")
        #expect(outcome.status == 64)
        #expect(outcome.errors == "osteolint: out/report.json: cannot be written: Permission denied\n")
    }
}
