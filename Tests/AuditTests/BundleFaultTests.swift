import Foundation
import ProgramRuns
import ReportSchema
import Testing

@Suite("osteolint report --replay: bundles that are not what was written")
struct BundleFaultTests {
    private let lms = "https://lms.partner.example"

    private func run(_ arguments: [String] = ["."]) async throws -> (AuditedSite, BundledAudit) {
        let site = try await AuditedSite(listed: [lms])
        try site.declare([lms])
        try site.write("a.html", embeds: ["course"])
        return (site, try await BundledAudit(site.sandbox, arguments))
    }

    @Test("An answer that somebody has edited contradicts the report; nothing is written")
    func edited() async throws {
        let (_, run) = try await run()
        try run.edit("'self' \(lms)", "'none'")
        let replay = try await run.replay()
        #expect(replay.status == 64)
        #expect(replay.output.isEmpty)
        #expect(replay.errors.contains("its answers contradict its report"), "\(replay.errors)")
        #expect(replay.errors.contains("allowed then, blocked now"))
    }

    @Test("The bundle of another version may be judged otherwise, and it is said where")
    func otherVersion() async throws {
        let (_, run) = try await run()
        try run.edit(#""version": ""#, #""version": "0.0."#)
        let same = try await run.replay()
        #expect(same.status == 0)
        #expect(same.errors.isEmpty)
        try run.edit("'self' \(lms)", "'none'")
        let replay = try await run.replay()
        #expect(replay.status == 1)
        #expect(try replay.report()["framing"][0]["verdict"].text == "blocked")
        #expect(try replay.rules() == ["origin-not-allowed"])
        #expect(replay.errors.contains("judges otherwise") && replay.errors.contains("allowed then, blocked now"))
    }

    @Test("What makes the run fail can be said anew")
    func threshold() async throws {
        let (_, run) = try await run(["--origin", "https://shop.partner.example", "--fail-on", "never", "."])
        #expect(run.audit.status == 0)
        #expect(try await run.replay().status == 0)
        #expect(try await run.replay("--fail-on", "warning").status == 1)
        #expect(try await run.replay(format: "text").output.contains("shop.partner.example"))
    }

    @Test("Another file, a part of one, and no file at all")
    func otherFiles() async throws {
        let (site, run) = try await run()
        let folder = site.folder
        try folder.write("report.json", run.audit.output)
        try folder.write("cut.json", String(try run.text().prefix(5000)))
        try folder.write("other.json", "{\"a\": 1}")
        try folder.write("text.json", "no JSON")
        try folder.write("newer.json", try run.text().replacing(#""bundleVersion": 1"#, with: #""bundleVersion": 2"#))
        for (name, words) in [
            ("report.json", "leave out --replay"), ("cut.json", "is no JSON, or was cut off"),
            ("other.json", "is no support bundle"), ("text.json", "is no JSON"),
            ("newer.json", "bundleVersion: is 2"), ("none.json", "no such file"), ("site", "is a folder"),
        ] {
            let outcome = try await Command(arguments: ["report", "--replay", name], folder: folder.root).run()
            #expect(outcome.status == 64, "\(name)")
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains("\(name): ") && outcome.errors.contains(words), "\(outcome.errors)")
        }
    }

    @Test("A bundle that cannot be written is refused before anything is asked")
    func unwritable() async throws {
        let (site, _) = try await run()
        let asked = try site.askedPaths().count
        for (arguments, words) in [
            (["--bundle", "none/support.json"], "its folder is not there"), (["--bundle", "."], "is a folder"),
            (["--bundle", ""], "name of a file"), (["--bundle", "a.json", "--format", "json=a.json"], "of its own"),
        ] {
            let outcome = try await site.command(arguments + ["."]).run()
            #expect(outcome.status == 64, "\(arguments)")
            #expect(outcome.errors.contains(words), "\(outcome.errors)")
        }
        #expect(try site.askedPaths().count == asked)
    }

    @Test("Nobody but its owner may read it")
    func permissions() async throws {
        let (site, _) = try await run()
        let attributes = try FileManager.default.attributesOfItem(atPath: site.folder.path("site/support.json"))
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }
}
