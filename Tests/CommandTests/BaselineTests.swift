import Foundation
import ProgramRuns
import ReportSchema
import Testing

@Suite("The baseline: findings that are known")
struct BaselineTests {
    private static let name = "known.json"

    private static func site(_ pages: [String: String] = ["page.html": SamplePage.faulty]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, page) in pages { try folder.write(name, page) }
        return folder
    }

    private static func run(_ folder: TemporaryFolder, _ arguments: String...) async throws -> Outcome {
        try await Command(arguments: arguments, folder: folder.root).run()
    }

    private static func record(_ folder: TemporaryFolder) async throws -> Outcome {
        try await run(folder, "--baseline", name, "--write-baseline")
    }

    @Test("What is written passes from then on, and is counted and marked")
    func round() async throws {
        let folder = try Self.site()
        let written = try await Self.record(folder)
        #expect(written.status == 0)
        #expect(written.errors == "osteolint: known.json: written; 1 finding of this run will not count\n")
        #expect(written.closingLine == "passed: no findings, 1 suppressed; 1 Osteocom embed in 1 page")
        let outcome = try await Self.run(folder, "--baseline", Self.name, "--fail-on=note", "--format=json")
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        let report = try outcome.report()
        #expect(report["summary"]["suppressed"].integer == 1 && report["summary"]["errors"].integer == 0)
        let finding = report["findings"][0]
        #expect(finding["suppressed"] == .bool(true))
        #expect(finding["suppression"]["kind"].text == "baseline")
        #expect(finding["rule"].text == "product-id-malformed" && finding["severity"].text == "error")
    }

    @Test("The file is sorted, has no lines of pages in it, and no user's id")
    func file() async throws {
        let user = "maria.rossi-7731"
        let embed = SamplePage.embed("\(SamplePage.client)&amp;partnerUserId=\(user)")
        let pages = ["b.html": SamplePage.faulty, "a.html": SamplePage.page("<p id='\(user)'>\(embed)\(embed)")]
        let folder = try Self.site(pages)
        _ = try await Self.record(folder)
        let text = try folder.text(Self.name)
        let document = try JSONValue(Data(text.utf8))
        #expect(document["schemaVersion"].integer == 1)
        let entries = document["entries"].items
        #expect(entries.map { $0["path"].text } == entries.map { $0["path"].text }.sorted { ($0 ?? "") < ($1 ?? "") })
        #expect(entries.first?["count"].integer == 2)
        for entry in entries {
            #expect(Set(entry.members.keys) == ["rule", "path", "content", "count", "message"])
            #expect(entry["content"].text?.count == 16)
        }
        #expect(!text.contains(user) && !text.contains("7731"))
        try folder.write("b.html", "\n\n<!-- moved -->\n" + SamplePage.faulty)
        _ = try await Self.record(folder)
        #expect(try folder.text(Self.name) == text)
    }

    @Test("Lines may move; a new fault, one more of the same, and another page count")
    func changes() async throws {
        let folder = try Self.site()
        _ = try await Self.record(folder)
        func status(_ page: String, as name: String = "page.html") async throws -> Int32 {
            try folder.write(name, page)
            return try await Self.run(folder, "--baseline", Self.name).status
        }
        let faulty = SamplePage.faulty
        #expect(try await status("\n\n" + faulty.replacing("<iframe", with: "<p>New text</p>\n\n  <iframe")) == 0)
        #expect(try await status(faulty.replacing("productId=66d579675f2a", with: "productId=66d579675f2b")) == 1)
        #expect(try await status(faulty + faulty) == 1)
        #expect(try await status(faulty.replacing("<iframe", with: "<main><iframe")) == 1)
        #expect(try await status(faulty) == 0)
        #expect(try await status(faulty, as: "other.html") == 1)
    }

    @Test("The configuration may name it, relative to itself, and the flag wins")
    func configured() async throws {
        let folder = try Self.site()
        try folder.write(".osteolint.yml", "baseline: lint/known.json\n")
        try folder.makeFolder("lint")
        try folder.makeFolder("sub")
        let below = try await Command(
            arguments: ["--write-baseline", ".."], folder: folder.path("sub")
        ).run()
        #expect(below.status == 0)
        #expect(below.errors == "osteolint: ../lint/known.json: written; 1 finding of this run will not count\n")
        #expect(folder.exists("lint/known.json"))
        #expect(try await Self.run(folder).status == 0)
        try folder.write("empty.json", #"{"schemaVersion": 1, "entries": []}"#)
        #expect(try await Self.run(folder, "--baseline", "empty.json").status == 1)
    }

    @Test("An entry that no longer occurs is told, and fails a strict run")
    func stale() async throws {
        let folder = try Self.site()
        _ = try await Self.record(folder)
        try folder.write("page.html", SamplePage.good)
        let outcome = try await Self.run(folder, "--baseline", Self.name, "--format=json")
        #expect(outcome.status == 0)
        let remark = try outcome.report()["remarks"][0]
        #expect(remark["subject"].text == Self.name)
        #expect(
            remark["message"].text
                == "an entry no longer occurs as often as the baseline says: product-id-malformed in page.html; "
                + "write the baseline again with --write-baseline")
        let strict = try await Self.run(folder, "--baseline", Self.name, "--strict-baseline")
        #expect(strict.status == 1)
        #expect(strict.output.contains("which --strict-baseline does not let pass: product-id-malformed in page.html"))
        #expect(
            strict.closingLine
                == "failed: no findings; 1 Osteocom embed in 1 page; an entry of the baseline no longer occurs")
        try folder.write("page.html", SamplePage.plain)
        let empty = try await Self.run(folder, "--baseline", Self.name, "--strict-baseline", "--format=json")
        #expect(empty.status == 1)
        #expect(try empty.report()["verdict"].text == "fail")
        _ = try await Self.record(folder)
        #expect(try await Self.run(folder, "--baseline", Self.name, "--strict-baseline").status == 0)
    }

    @Test("Of what was not looked at, nobody says that it no longer occurs")
    func notRead() async throws {
        let folder = try Self.site(["a/page.html": SamplePage.faulty, "b/page.html": SamplePage.untitled])
        _ = try await Self.record(folder)
        #expect(try await Self.run(folder, "--baseline", Self.name, "--strict-baseline").status == 0)
        for path in ["a", "b/page.html"] {
            let outcome = try await Self.run(folder, "--baseline", Self.name, "--strict-baseline", path)
            #expect(outcome.status == 0, "\(outcome.output)")
        }
        let off = ["--rule", "product-id-malformed=off", "--rule", "iframe-title-missing=off"]
        let arguments = ["--baseline", Self.name, "--strict-baseline"]
        #expect(try await Command(arguments: arguments + off, folder: folder.root).run().status == 0)
        // A page that cannot be read is a failure and no more.
        try folder.write("a/page.html", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        #expect(try await Command(arguments: arguments, folder: folder.root).run().status == 2)
        // What is gone from a folder that was looked through no longer occurs.
        try FileManager.default.removeItem(atPath: folder.path("a/page.html"))
        #expect(try await Command(arguments: arguments + ["b"], folder: folder.root).run().status == 0)
        #expect(try await Command(arguments: arguments, folder: folder.root).run().status == 1)
    }

    @Test("What it loses when it is written again is told, and nothing is written where no page was read")
    func losses() async throws {
        let folder = try Self.site(["a.html": SamplePage.faulty, "b.html": SamplePage.faulty])
        #expect(try await Self.record(folder).status == 0)
        let part = try await Self.run(folder, "--baseline", Self.name, "--write-baseline", "a.html")
        #expect(part.errors.contains("1 finding of this run will not count; its entries for b.html are gone"))
        try folder.makeFolder("empty")
        let before = try folder.read(Self.name)
        let empty = try await Self.run(folder, "--baseline", Self.name, "--write-baseline", "empty")
        #expect(empty.status == 2)
        #expect(empty.errors == "osteolint: known.json: not written, since no page was checked\n")
        #expect(try folder.read(Self.name) == before)
    }

    @Test("What a comment silences is not written down")
    func comments() async throws {
        let comment = "<!-- osteolint-disable-next-line product-id-malformed -- known to Osteocom -->\n"
        let page = SamplePage.faulty.replacing("<iframe", with: comment + "<iframe")
        let folder = try Self.site(["page.html": page])
        let outcome = try await Self.run(folder, "--format=json")
        #expect(outcome.status == 0)
        let suppression = try outcome.report()["findings"][0]["suppression"]
        #expect(suppression["kind"].text == "comment" && suppression["reason"].text == "known to Osteocom")
        _ = try await Self.record(folder)
        #expect(try JSONValue(folder.read(Self.name))["entries"].items.isEmpty)
    }

    /// A baseline's text, and what is said about it.
    struct Fault: CustomTestStringConvertible, Sendable {
        let text: String
        let message: String
        var testDescription: String { message }
    }

    private static let entry = #""rule": "a", "path": "b", "content": "0123456789abcdef""#
    private static let faults = [
        Fault(text: " ", message: ": is not JSON"),
        Fault(text: "{\n \"schemaVersion\": 1,\n  oops}", message: ":3:3: is not JSON"),
        Fault(text: "[]", message: ": is JSON, but no baseline"),
        Fault(text: "{}", message: ": is JSON, but no baseline: it has no `schemaVersion` and `entries`"),
        Fault(
            text: #"{"schemaVersion": 1, "findings": []}"#,
            message: ": is JSON, but no baseline: it has no `schemaVersion` and `entries`"),
        Fault(
            text: #"{"schemaVersion": 2, "entries": []}"#,
            message: " schemaVersion: is 2, and this osteolint reads version 1"),
        Fault(text: #"{"schemaVersion": 1, "entries": {}}"#, message: " entries: is not what belongs there"),
        Fault(text: #"{"schemaVersion": 1, "entries": [{\#(entry)}]}"#, message: " entries[0]: has no `count`"),
        Fault(
            text: #"{"schemaVersion": 1, "entries": [{\#(entry), "count": "1"}]}"#,
            message: " entries[0].count: is not what belongs there"),
        Fault(
            text: #"{"schemaVersion": 1, "entries": [{\#(entry), "count": 0}]}"#,
            message: " entries[0].count: is less than 1"),
        Fault(
            text: #"{"schemaVersion": 1, "entries": [{\#(entry), "count": 1}, {\#(entry), "count": 1}]}"#,
            message: " entries[1]: is the same as entries[0]; keep one of them"),
        Fault(
            text:
                #"{"schemaVersion": 1, "entries": [{"rule": "a", "path": "b", "content": "+123456789abcdef", "count": 1}]}"#,
            message: " entries[0].content: is not 16 hexadecimal digits"),
        Fault(text: "{\"schemaVersion\": 1\u{0}}", message: ": is no text in UTF-8"),
    ]

    @Test("A file that is no baseline is told before anything is checked", arguments: faults)
    func malformed(_ fault: Fault) async throws {
        let folder = try Self.site()
        try folder.write(Self.name, fault.text)
        let outcome = try await Self.run(folder, "--baseline", Self.name)
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        let cure = "; mend the baseline, or write it again with --write-baseline"
        #expect(outcome.errors == "osteolint: \(Self.name)\(fault.message)\(cure)\n")
        #expect(try await Self.record(folder).status == 0)
    }

    @Test("Nesting without end is refused, not followed")
    func nested() async throws {
        let folder = try Self.site()
        try folder.write(Self.name, String(repeating: "[", count: 100_000))
        let outcome = try await Self.run(folder, "--baseline", Self.name)
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix("osteolint: known.json:1:"))
        #expect(outcome.errors.contains(": is not JSON; mend the baseline"))
    }

    /// Arguments, and what is said about them.
    private static let refusals = [
        (["--baseline", "no.json"], "no.json: there is no such baseline; make it with --write-baseline"),
        (["--baseline", "."], ".: is a folder"),
        (
            ["--write-baseline"],
            "--write-baseline needs a baseline; name it with --baseline .osteolint-baseline.json, or with `baseline` in .osteolint.yml"
        ),
        (
            ["--strict-baseline"],
            "--strict-baseline needs a baseline; name it with --baseline .osteolint-baseline.json, or with `baseline` in .osteolint.yml"
        ),
        (
            ["--baseline", "a.json", "--write-baseline", "--reveal"],
            "--write-baseline and --reveal: a baseline shows no user's id; leave --reveal away"
        ),
        (
            ["--baseline", "./a.json", "--write-baseline", "--format", "json=a.json"],
            "a format and the baseline for ./a.json; give each a file of its own"
        ),
        (["--baseline", "no/a.json", "--write-baseline"], "no/a.json: cannot be written: its folder is not there"),
    ]

    @Test("What cannot be done is told, with what to do", arguments: refusals.indices)
    func refused(_ index: Int) async throws {
        let folder = try Self.site()
        let (arguments, message) = Self.refusals[index]
        let outcome = try await Command(arguments: arguments, folder: folder.root).run()
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix("osteolint: \(message)") && outcome.output.isEmpty)
        #expect(try folder.names() == ["page.html"])
    }

    @Test("What could not be checked is not made good by writing a baseline")
    func failures() async throws {
        let folder = try Self.site()
        try folder.write("image.html", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        #expect(try await Self.record(folder).status == 2)
        #expect(folder.exists(Self.name))
    }

    @Test("A run that is interrupted writes no baseline, and leaves the old one")
    func interrupted() async throws {
        let folder = try Self.site(["a.html": SamplePage.faulty])
        try folder.write(Self.name, "old")
        mkfifo(folder.path("b.html"), 0o600)
        let words = ["--baseline", Self.name, "--write-baseline", "--jobs", "1", "a.html", "b.html"]
        let run = try Command(arguments: words, folder: folder.root).start()
        let pipe = Foundation.open(folder.path("b.html"), O_WRONLY | O_CLOEXEC)
        defer { close(pipe) }
        run.send(SIGINT)
        let outcome = try await run.end()
        #expect(outcome.status == 130)
        #expect(outcome.closingLine.hasPrefix("interrupted: 1 error;"))
        #expect(
            outcome.errors.contains(
                "osteolint: known.json: not written, since the run did not come to its end\n"))
        #expect(try folder.text(Self.name) == "old")
    }

    @Test("`status` takes it too, and what stands in no page is never called gone")
    func status() async throws {
        let folder = try Self.site()
        try folder.write(
            Self.name,
            #"{"schemaVersion": 1, "entries": [{\#(Self.entry.replacing(#""b""#, with: "null")), "count": 1}]}"#)
        let url = "https://www.osteocom.me/embed/course"
        let missing = try await Self.run(folder, "status", url, "--baseline", "no.json")
        #expect(missing.status == 64)
        #expect(missing.errors.contains("no.json: there is no such baseline"))
        let outcome = try await Self.run(folder, "--baseline", Self.name, "--strict-baseline", "--fail-on=never")
        #expect(outcome.status == 0)
    }
}
