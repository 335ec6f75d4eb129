import ProgramRuns
import Foundation
import ReportSchema
import Testing

@Suite("osteolint origins")
struct OriginsTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func run(_ arguments: String..., input: String? = nil) async throws -> Outcome {
        var command = Command(arguments: ["origins"] + arguments, folder: folder.root)
        if let input { command.input = .bytes(Array(input.utf8)) }
        return try await command.run()
    }

    /// The origins of a JSON document, each held against the schema of reports.
    private func origins(_ outcome: Outcome) throws -> [JSONValue] {
        let json = try JSONValue(outcome.data)
        #expect(json["schemaVersion"].integer == 1)
        return json["origins"].items
    }

    @Test("JSON has the members of a report's origins")
    func json() async throws {
        let outcome = try await run("--format", "json", "https://lms.partner.com/", "https://staging.partner.com")
        #expect(outcome.status == 1)
        let found = try origins(outcome)
        #expect(found.count == 2)
        let expected: [String: JSONValue] = [
            "declared": .string("https://lms.partner.com/"), "origin": .string("https://lms.partner.com"),
            "valid": .bool(false), "problems": .array([.string("trailing-slash")]),
            "suggestion": .string("https://lms.partner.com"), "hints": .array([]),
        ]
        #expect(found[0] == .object(expected))
        #expect(found[1]["valid"] == .bool(true) && found[1]["problems"].items.isEmpty)
    }

    @Test(
        "The status says whether all are valid",
        arguments: [
            (["https://lms.partner.com"], 0), (["HTTP://LMS.partner.com:80"], 0), (["https://a.b", "https://a.b"], 0),
            (["lms.partner.com"], 1), ([""], 1), (["https://a.b", "*"], 1), (["--", "-x"], 1),
        ] as [([String], Int32)])
    func status(_ arguments: [String], _ status: Int32) async throws {
        let outcome = try await Command(arguments: ["origins"] + arguments, folder: folder.root).run()
        #expect(outcome.status == status)
        #expect(outcome.errors.isEmpty)
    }

    @Test("An empty argument is a problem, not a wrong argument")
    func empty() async throws {
        let found = try await origins(run("--format=json", ""))
        #expect(found.map { $0["problems"] } == [.array([.string("empty")])])
    }

    @Test("Arguments come before the lines of a file; comments and blank lines are none")
    func file() async throws {
        let text = "\u{FEFF}# ours\r\nhttps://b.example\r\n\r\n  # more\rhttps://c.example\n \t\nhttps://d.example "
        try folder.write("list.txt", text)
        let expected = ["https://a.example", "https://b.example", "https://c.example", "https://d.example "]
        let read = try await run("--format", "json", "--file", "list.txt", "https://a.example")
        #expect(try origins(read).compactMap { $0["declared"].text } == expected)
        let piped = try await run("--format", "json", "--file", "-", "https://a.example", input: text)
        #expect(piped.data == read.data)
    }

    @Test("A long list from standard input is read whole")
    func longList() async throws {
        let texts = (1...4000).map { "https://course-\($0).partner.com" }
        let outcome = try await run("--format", "json", "--file", "-", input: texts.joined(separator: "\n"))
        #expect(outcome.status == 0)
        #expect(try origins(outcome).compactMap { $0["declared"].text } == texts)
    }

    @Test("Without origins, those of the configuration are judged")
    func configured() async throws {
        try folder.write(".osteolint.yml", "origins: [https://lms.partner.com, 'lms.partner.com']\n")
        let outcome = try await run("--format=json")
        #expect(outcome.status == 1)
        let problems = try origins(outcome).map { $0["problems"].items.compactMap(\.text) }
        #expect(problems == [[], ["missing-scheme", "duplicate"]])
        try folder.write("other.yml", "origins: ['https://other.example']\n")
        #expect(try await origins(run("--config", "other.yml", "--format=json")).count == 1)
    }

    @Test("A faulty configuration does not keep named origins from being judged")
    func faultyConfiguration() async throws {
        try folder.write(".osteolint.yml", "origin: x\n")
        #expect(try await run("https://lms.partner.com").status == 0)
        #expect(try await run().status == 64)
    }

    @Test(
        "Wrong use",
        arguments: [
            ([], "no origins; name them"), (["--file", "gone.txt"], "gone.txt: no such file"),
            (["--file", "empty.txt"], "empty.txt: no origin is in it"),
            (["--file", "latin.txt"], "latin.txt: is not UTF-8"),
            (["--request", "--format", "json", "https://a.b"], "--request writes to standard output"),
            (["--config", "gone.yml"], "gone.yml: no such file"),
            (["--format", "text", "--format", "json", "https://a.b"], "two formats for standard output"),
        ])
    func usage(_ arguments: [String], _ message: String) async throws {
        try folder.write("empty.txt", "# nothing\n\n")
        try folder.write("latin.txt", [0x68, 0xFC])
        let outcome = try await Command(arguments: ["origins"] + arguments, folder: folder.root).run()
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix("osteolint: \(message)"))
        #expect(outcome.output.isEmpty)
    }

    @Test("Text tells the verdict, each problem, what to send, and how many are valid")
    func text() async throws {
        let outcome = try await run("https://lms.partner.com", "https://LMS.partner.com/courses")
        #expect(
            outcome.output == """
                https://lms.partner.com: valid

                https://LMS.partner.com/courses: not valid; the origin to send is https://lms.partner.com
                  error[path]: there is a path behind the host; end after the host; that covers all of its pages
                  warning[uppercase]: it has capitals, which browsers write small; write small letters only
                  warning[duplicate]: the same origin is declared above; leave it out here

                An origin is https://, the host, and a port where it is not the usual one; nothing else.
                Example: https://lms.partner.com

                2 origins: 1 not valid, 1 valid

                """)
    }

    @Test("Nothing that a terminal obeys or hides is printed as it is")
    func hostile() async throws {
        let outcome = try await run("https://a\u{1B}[31m\u{202E}\n.b", "https://u:hunter2@h")
        let isHarmless = outcome.output.unicodeScalars.allSatisfy { $0 == "\n" || ($0.isASCII && $0.value >= 0x20) }
        #expect(isHarmless)
        #expect(outcome.output.contains(#"https://a\u{1B}[31m\u{202E}\u{A}.b"#))
        #expect(!outcome.output.contains("hunter2"))
        #expect(try await !run("--format=json", "https://u:hunter2@h").output.contains("hunter2"))
    }

    @Test("Formats go to files")
    func files() async throws {
        let outcome = try await run("--format", "json=out.json", "--format", "text", "https://lms.partner.com")
        #expect(outcome.output == "https://lms.partner.com: valid\n\n1 origin: valid\n")
        #expect(try JSONValue(folder.read("out.json"))["origins"].items.count == 1)
    }
}
