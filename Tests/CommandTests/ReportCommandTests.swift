import Foundation
import ProgramRuns
import ReportSchema
import Testing

@Suite("osteolint report")
struct ReportCommandTests {
    /// What looks at several pages at once, so that shards cannot find it.
    private static let siteRules: Set = ["partner-user-id-shared", "embed-environment-mismatch"]

    private func run(_ folder: TemporaryFolder, _ arguments: String...) async throws -> Outcome {
        try await Command(arguments: arguments, folder: folder.root).run()
    }

    /// A folder with the sample site's report as a whole and in shards, one a folder of the site.
    private func sampleReports() async throws -> (folder: TemporaryFolder, shards: [String]) {
        let folder = try TemporaryFolder()
        let site = SampleSite.folder
        let names = try FileManager.default.contentsOfDirectory(atPath: site.path).filter { !$0.hasPrefix(".") }
        var shards: [String] = []
        for (name, paths) in [("whole", ["."])] + names.sorted().map({ ($0, [$0]) }) {
            let file = "\(name.replacing("/", with: "-")).json"
            let command = Command(
                arguments: ["check", "--format", "json=\(folder.path(file))"] + paths, folder: site.path)
            #expect(try await command.run().status <= 2)
            if name != "whole" { shards.append(file) }
        }
        return (folder, shards)
    }

    private func withoutSiteRules(_ report: JSONValue) -> [JSONValue] {
        report["findings"].items.filter { !Self.siteRules.contains($0["rule"].text ?? "") }
    }

    @Test("The shards of a site come to the whole, but for what looks at several pages at once")
    func shards() async throws {
        let (folder, shards) = try await sampleReports()
        let whole = try JSONValue(folder.read("whole.json"))
        let arguments = ["report", "--format", "json"] + shards.reversed()
        let outcome = try await Command(arguments: arguments, folder: folder.root).run()
        let merged = try outcome.report()
        #expect(outcome.errors.isEmpty)
        #expect(merged["embeds"] == whole["embeds"])
        #expect(withoutSiteRules(merged) == withoutSiteRules(whole))
        #expect(merged["failures"] == whole["failures"])
        #expect(merged["origins"] == whole["origins"])
        #expect(merged["summary"]["files"] == whole["summary"]["files"])
        #expect(merged["summary"]["parsed"] == whole["summary"]["parsed"])
        #expect(merged["command"].text == "check")
        let twice = ["report", "--format", "json"] + shards + shards.map { "./\($0)" }
        #expect(try await Command(arguments: twice, folder: folder.root).run().data == outcome.data)
    }

    @Test("One report comes out as it went in, in every format", arguments: ["json", "text"])
    func formats(_ format: String) async throws {
        let (folder, _) = try await sampleReports()
        let checked = try await Command(
            arguments: ["check", "--format", format], folder: SampleSite.folder.path
        ).run()
        let outcome = try await run(folder, "report", "--format", format, "whole.json")
        #expect(outcome.data == checked.data)
        #expect(outcome.status == 1)
        #expect(outcome.errors.isEmpty)
        let input = Command.Input.bytes(Array(try folder.read("whole.json")))
        let piped = Command(
            arguments: ["report", "--format", format, "-"], folder: folder.root, input: input)
        #expect(try await piped.run().data == checked.data)
    }

    @Test("Sites with pages of the same name are told apart by a name, and told of without one")
    func sites() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a/index.html", SamplePage.faulty)
        try folder.write("b/index.html", SamplePage.untitled)
        for site in ["a", "b"] {
            let check = Command(arguments: ["--format=json=\(folder.path("\(site).json"))"], folder: folder.path(site))
            #expect(try await check.run().status <= 1)
        }
        let unnamed = try await run(folder, "report", "a.json", "b.json", "--format", "json")
        #expect(
            unnamed.errors
                == "osteolint: index.html: a.json and b.json hold other embeds, and both are kept; "
                + "name sites that share names of pages, as in shop=b.json, "
                + "and leave out reports that are out of date\n")
        #expect(try unnamed.rules() == ["product-id-malformed", "iframe-title-missing"].sorted())
        let named = try await run(folder, "report", "a=a.json", "shop/b=b.json", "--format", "json")
        #expect(named.errors.isEmpty)
        #expect(try named.report()["embeds"].items.map { $0["path"].text } == ["a/index.html", "shop/b/index.html"])
        #expect(try named.report()["findings"].items.map { $0["embed"].integer } == [0, 1])
        // A file of that name is meant before a name.
        try folder.write("a=b.json", Array(try folder.read("b.json")))
        let file = try await run(folder, "report", "a=b.json", "--format", "json")
        #expect(try file.report()["embeds"].items.map { $0["path"].text } == ["index.html"])
    }

    @Test("The exit status is decided anew")
    func exitStatus() async throws {
        let folder = try TemporaryFolder()
        try folder.write("page.html", SamplePage.untitled)
        #expect(try await run(folder, "check", "--format", "json=a.json", "--fail-on", "warning").status == 1)
        #expect(try await run(folder, "report", "a.json").status == 0)
        #expect(try await run(folder, "report", "a.json", "--fail-on", "warning").status == 1)
        try folder.makeFolder("empty")
        #expect(try await run(folder, "check", "empty", "--format", "json=empty.json").status == 2)
        let inconclusive = try await run(folder, "report", "empty.json", "a.json", "--format", "json")
        #expect(inconclusive.status == 2)
        #expect(try inconclusive.failures() == ["no-input empty"])
        #expect(try await run(folder, "report", "empty.json", "a.json", "--inconclusive", "pass").status == 0)
        #expect(try await run(folder, "report", "empty.json", "--require-embeds").status == 1)
        let text = String(decoding: try folder.read("a.json"), as: UTF8.self)
        try folder.write("cut.json", text.replacing("\"exitStatus\": 1", with: "\"exitStatus\": 130"))
        let cut = try await run(folder, "report", "cut.json", "--inconclusive", "pass", "--format", "json")
        #expect(cut.status == 2)
        #expect(try cut.failures() == ["interrupted check"])
    }

    @Test("Masked stays masked, and says so")
    func reveal() async throws {
        let folder = try TemporaryFolder()
        try folder.write("page.html", SamplePage.good)
        _ = try await run(folder, "check", "--format", "json=a.json")
        let outcome = try await run(folder, "report", "--reveal", "a.json", "--format", "json")
        let message = "users' ids that the reports show stay in clear; those that they mask stay masked"
        #expect(outcome.errors == "osteolint: --reveal: \(message)\n")
        #expect(!outcome.output.contains("u-48213"))
    }

    @Test("A report with users' ids in clear is written again only with --reveal")
    func revealed() async throws {
        let folder = try TemporaryFolder()
        try folder.write("page.html", SamplePage.good)
        _ = try await run(folder, "check", "--reveal", "--format", "json=clear.json")
        let refused = try await run(folder, "report", "clear.json", "--format", "json")
        #expect(refused.status == 64)
        #expect(refused.output.isEmpty)
        #expect(refused.errors.hasPrefix("osteolint: clear.json: holds users' ids in clear"))
        let outcome = try await run(folder, "report", "--reveal", "clear.json", "--format", "json")
        #expect(outcome.data == (try folder.read("clear.json")))
    }

    @Test("What --strict-baseline failed for fails merged too, and is no finding")
    func strictBaseline() async throws {
        let folder = try TemporaryFolder()
        try folder.write("page.html", SamplePage.faulty)
        _ = try await run(folder, "check", "--baseline", "known.json", "--write-baseline")
        try folder.write("page.html", SamplePage.good)
        let strict = try await run(
            folder, "check", "--baseline", "known.json", "--strict-baseline", "--format", "json=strict.json")
        #expect(strict.status == 1)
        let merged = try await run(folder, "report", "strict.json", "--format", "json")
        #expect(merged.status == 1)
        #expect(merged.data == (try folder.read("strict.json")))
        let text = try await run(folder, "report", "strict.json", "--format", "markdown")
        #expect(text.output.contains("Write the baseline again with --write-baseline"))
    }

    @Test("Two sites of one template have fingerprints of their own")
    func fingerprints() async throws {
        let folder = try TemporaryFolder()
        try folder.write("page.html", SamplePage.faulty)
        _ = try await run(folder, "check", "--format", "json=a.json")
        let merged = try await run(folder, "report", "shop=a.json", "school=a.json", "--format", "json")
        let fingerprints = try merged.report()["findings"].items.compactMap { $0["fingerprint"].text }
        #expect(!fingerprints.isEmpty)
        #expect(Set(fingerprints).count == fingerprints.count)
    }

    @Test("What is no report is refused with file, place and cure, and nothing is written")
    func refused() async throws {
        let folder = try TemporaryFolder()
        try folder.write("page.html", SamplePage.faulty)
        _ = try await run(folder, "check", "--format", "json=good.json")
        let inspected = try await run(folder, "inspect", "page.html", "--format", "json")
        let text = String(decoding: try folder.read("good.json"), as: UTF8.self)
        try folder.write("zero.json", text.replacing("\"line\": 3", with: "\"line\": 0"))
        try folder.write("short.json", String(text.prefix(300)))
        try folder.write("inspected.json", Array(inspected.data))
        try folder.write("bad\u{1B}[2J.json", #"{"schemaVersion": 1, "tool": {"name": "\u001b[31m"}}"#)
        let cure = "; give a file that `--format json=FILE` wrote\n"
        let cases = [
            ("gone.json", ": no such file; write it with `--format json=gone.json`\n"),
            ("", "an empty path; name a report's file\n"),
            ("=good.json", "=good.json: no such file; a name in front of a report's file is written NAME=FILE\n"),
            ("page.html", "page.html:1:1: is not JSON" + cure),
            ("inspected.json", "inspected.json: is no report; `osteolint inspect` wrote it" + cure),
            ("zero.json", "`embeds[0].line` is no whole number from 1 to 2147483647" + cure),
            ("short.json", "was it written to its end?" + cure),
            ("bad\u{1B}[2J.json", #"bad\u{1B}[2J.json: is no report; \u{1B}[31m wrote it, and not osteolint"# + cure),
        ]
        for (file, message) in cases {
            let outcome = try await run(folder, "report", "good.json", file, "--format", "json=merged.json")
            #expect(outcome.status == 64)
            #expect(outcome.errors.hasPrefix("osteolint: ") && outcome.errors.hasSuffix(message), "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
            #expect(!folder.exists("merged.json"))
        }
        let none = try await run(folder, "report")
        #expect(none.status == 64)
        #expect(none.errors.hasPrefix("osteolint: no report; "))
        #expect(try await run(folder, "report", "-", "-").status == 64)
    }

    @Test("A hostile report changes nothing but its own text")
    func hostile() async throws {
        let folder = try TemporaryFolder()
        try folder.write("page.html", SamplePage.faulty)
        _ = try await run(folder, "check", "--format", "json=a.json")
        let text = String(decoding: try folder.read("a.json"), as: UTF8.self)
        let planted = #"\u001b[2J\u202e::error::\u0000</script>"#
        try folder.write("b.json", text.replacing("page.html", with: planted).replacing("\"3\"", with: planted))
        let outcome = try await run(folder, "report", "b.json")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains(#"\u{1B}[2J\u{202E}::error::\u{0}</script>:3:"#))
        #expect(!outcome.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{0}" })
        // A mark of two thousand million columns is cut to the line that there is.
        let wide = text.replacing("\"endColumn\": ", with: "\"endColumn\": 2147483647, \"was\": ")
            .replacing("\"column\": ", with: "\"column\": 2147483646, \"stood\": ")
        try folder.write("c.json", wide)
        #expect(try await run(folder, "report", "c.json").output.count < 2000)
    }
}
