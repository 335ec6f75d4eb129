import ProgramRuns
import Foundation
import Testing

@Suite("What a terminal gets, and what a file")
struct TerminalTests {
    private static let colouredReport = """
        \u{1B}[1;31merror[product-id-malformed]\u{1B}[0m\u{1B}[1m: productId has 12 hexadecimal digits instead of 24\u{1B}[0m
        """

    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("page.html", SamplePage.faulty)
        return folder
    }

    @Test("Colours on a terminal, and none with NO_COLOR, on a dumb one or in a pipe")
    func colours() async throws {
        let folder = try site()
        let coloured = try await Terminal(columns: 100).run([], in: folder)
        #expect(coloured.status == 1)
        #expect(coloured.output.hasPrefix(Self.colouredReport + "\n"))
        let plain = try await folder.osteolint().output
        #expect(!plain.contains("\u{1B}"))
        for variables in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
            let uncoloured = try await Terminal(columns: 120, environment: variables).run([], in: folder)
            #expect(uncoloured.output == plain)
        }
        #expect(
            try await Terminal(columns: 100, environment: ["NO_COLOR": ""]).run([], in: folder).output
                == coloured.output)
        let withoutColours = coloured.output.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(
            try await Terminal(columns: 100, environment: ["NO_COLOR": "1"]).run([], in: folder).output
                == withoutColours)
    }

    @Test("Source lines are cut to the terminal's width", arguments: [60, 80, 100, 140])
    func width(_ columns: Int) async throws {
        let folder = try site()
        let output = try await Terminal(columns: UInt16(columns), environment: ["NO_COLOR": "1"]).run([], in: folder)
            .output
        let frame = output.split(separator: "\n").filter { $0.contains(" | ") }
        #expect(frame.count == 2)
        #expect(frame.allSatisfy { $0.count <= columns })
        let caret = try #require(frame[1].firstIndex(of: "^"))
        let marked = frame[0].dropFirst(frame[1].distance(from: frame[1].startIndex, to: caret))
        #expect(marked.hasPrefix("66d579675f2a&amp;"))
    }

    @Test("A report on a terminal's file has no colours, JSON neither")
    func files() async throws {
        let folder = try site()
        let run = try await Terminal(columns: 80).run(["--format", "text=report.txt", "--format", "json"], in: folder)
        #expect(run.output.hasPrefix("{\n"))
        #expect(!run.output.contains("\u{1B}"))
        #expect(try await folder.text("report.txt") == folder.osteolint().output)
    }

    @Test("Control characters and those that turn the direction of writing are made visible")
    func controlCharacters() async throws {
        let folder = try TemporaryFolder()
        let query = "\(SamplePage.client)\u{1B}[2J\u{202E}\u{7}&amp;\(SamplePage.product)&amp;partnerUserId=u-48213"
        try folder.write("page.html", SamplePage.page(SamplePage.embed(query)))
        let output = try await folder.osteolint().output
        #expect(output.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0 != "\u{202E}" })
        #expect(output.contains(#"clientId=kT4mRZ81qLwYc0dXaB2e\u{1B}[2J\u{202E}\u{7}&amp;"#))
        let inspected = try await folder.osteolint("inspect", "page.html").output
        #expect(inspected.contains(#"\u{1B}[2J\u{202E}\u{7}&"#))
    }

    @Test("A closed pipe ends the run quietly", arguments: ["check", "check --format json", "rules", "--help"])
    func closedPipe(_ arguments: String) async throws {
        let folder = try site()
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SystemError("pipe") }
        close(ends[0])
        let errors = open(folder.path("errors"), O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
        let words = arguments.split(separator: " ").map(String.init)
        let process = try Command(arguments: words, folder: folder.root).spawn(output: ends[1], errors: errors)
        close(ends[1])
        close(errors)
        let status = try await RunningCommand.wait(for: process)
        let isQuiet = arguments.hasPrefix("check") ? status == 1 : status == 0 || status == 1000 + SIGPIPE
        #expect(isQuiet, "\(status)")
        #expect(try folder.text("errors").isEmpty)
    }

    @Test("head takes one line, and nobody complains")
    func head() async throws {
        let folder = try TemporaryFolder()
        for number in 0..<400 {
            let embed = SamplePage.embed("\(SamplePage.client)&amp;productId=\(number)&amp;partnerUserId=u-48214")
            try folder.write("\(1000 + number).html", SamplePage.page(embed))
        }
        try folder.makeFolder("out")
        let shell = ProcessStart(
            path: "/bin/sh", arguments: ["-c", #""$0" . 2>out/errors | head -1 >out/output"#, Command.binary],
            folder: folder.root, environment: ProcessInfo.processInfo.environment, streams: [0, 1, 2])
        #expect(try await RunningCommand.wait(for: shell.spawn()) == 0)
        #expect(try folder.text("out/errors").isEmpty)
        #expect(try folder.text("out/output").hasPrefix("error[product-id-malformed]: "))
    }
}
