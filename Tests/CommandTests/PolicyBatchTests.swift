import ProgramRuns
import Foundation
import ReportSchema
import Testing

@Suite("policy --batch: a verdict a line")
struct PolicyBatchTests {
    private static let table = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Fixtures/csp/cases.jsonl").standardizedFileURL

    private func row(_ id: String, _ header: String, ancestor: String = "https://a.example") -> String {
        #"{"id":"\#(id)","embed_url":"https://www.osteocom.me/e","x":[1],"hops":[{"status":200,"#
            + #""headers":[["X-Frame-Options","\#(header)"]]}],"ancestors":["\#(ancestor)"]}"#
    }

    @Test("Every case of Chromium's table is answered as Chromium did, in order")
    func table() async throws {
        let outcome = try await TemporaryFolder().osteolint("policy", "--batch", Self.table.path)
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        let rows = try Data(contentsOf: Self.table).split(separator: UInt8(ascii: "\n")).map { try JSONValue($0) }
        let expected = rows.map {
            #"{"id":"\#($0["id"].text ?? "")","verdict":"\#($0["verdict"].text ?? "")"}"#
        }
        #expect(outcome.output.split(separator: "\n").map(String.init) == expected)
        #expect(expected.count == 8_285)
    }

    @Test("Lines of white space are none; the last line needs no end; bytes are scalars up to U+00FF")
    func lines() async throws {
        let text = row("a", "DENY") + "\r\n \n" + row("b", #"\u00a0DENY"#) + "\n\n" + row("é", #"DENY\u000b"#)
        let outcome = try await TemporaryFolder().osteolint("policy", "--batch", "-", input: .bytes(Array(text.utf8)))
        #expect(outcome.status == 0)
        #expect(
            outcome.output == """
                {"id":"a","verdict":"blocked"}
                {"id":"b","verdict":"allowed"}
                {"id":"é","verdict":"blocked"}

                """)
        let empty = try await TemporaryFolder().osteolint("policy", "--batch", "-", input: .bytes([]))
        #expect(empty.status == 0 && empty.output.isEmpty)
    }

    @Test("A faulty line is told of, and all others are answered; status 2")
    func faults() async throws {
        let lines = [
            row("a", "DENY"), "{", #"{"id":"c","hops":[],"ancestors":[]}"#, row("d", "DENY", ancestor: "a.example"),
            #"{"id":4}"#,
            row("f", "SAMEORIGIN", ancestor: "https://www.osteocom.me"),
        ]
        let text = lines.joined(separator: "\n")
        let outcome = try await TemporaryFolder().osteolint("policy", "--batch", "-", input: .bytes(Array(text.utf8)))
        #expect(outcome.status == 2)
        let answers = try outcome.output.split(separator: "\n").map { try JSONValue(Data($0.utf8)) }
        #expect(answers.map { $0["id"].text } == ["a", nil, "c", "d", nil, "f"])
        #expect(answers.map { $0["verdict"].text } == ["blocked", nil, nil, nil, nil, "allowed"])
        #expect(
            outcome.errors == """
                osteolint: -:2: is no JSON object on one line
                osteolint: -:3: `embed_url` is missing
                osteolint: -:4: ancestor a.example: is no serialised origin; write https://a.example
                osteolint: -:5: `id` has the wrong type

                """)
    }

    @Test("A line of more than 16 MiB is told of and not kept, whether it ends or not", arguments: [true, false])
    func longLine(_ isLast: Bool) async throws {
        let limit = 16 << 20
        var lines = [
            row("a", "DENY"), String(repeating: " ", count: limit), String(repeating: "a", count: limit + 1),
        ]
        if !isLast { lines.append(row("d", "DENY")) }
        let text = Array(lines.joined(separator: "\n").utf8)
        let outcome = try await TemporaryFolder().osteolint("policy", "--batch", "-", input: .bytes(text))
        #expect(outcome.status == 2)
        let answers = try outcome.output.split(separator: "\n").map { try JSONValue(Data($0.utf8)) }
        let verdicts: [String?] = isLast ? ["blocked", nil] : ["blocked", nil, "blocked"]
        #expect(answers.map { $0["verdict"].text } == verdicts)
        #expect(outcome.errors == "osteolint: -:3: is longer than 16777216 bytes; shorten its headers\n")
    }

    @Test("Ctrl-C ends the wait for the next line, with status 130")
    func interrupted() async throws {
        let folder = try TemporaryFolder()
        mkfifo(folder.path("batch"), 0o600)
        let run = try Command(arguments: ["policy", "--batch", "batch"], folder: folder.root).start()
        // Takes until the run has opened the pipe for reading.
        let pipe = try await Descriptor.open(pipe: folder.path("batch"), O_WRONLY)
        defer { close(pipe) }
        run.send(SIGINT)
        let outcome = try await run.end()
        #expect(outcome.status == 130 && outcome.output.isEmpty)
        #expect(outcome.errors == "osteolint: interrupted after 0 lines; the rest was not answered\n")
    }
}
