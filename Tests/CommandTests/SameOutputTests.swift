import ProgramRuns
import Foundation
import ReportSchema
import Testing

@Suite("The same input gives the same bytes")
struct SameOutputTests {
    private static let site = SampleSite.folder.path

    private func run(_ arguments: String...) async throws -> Outcome {
        try await Command(arguments: arguments, folder: Self.site).run()
    }

    @Test("For any number of jobs, with and without the scan, and in every run", arguments: ["json", "text"])
    func sameBytes(_ format: String) async throws {
        let outcome = try await run("--format", format, "--jobs", "1")
        #expect(outcome.status == 1)
        #expect(outcome.data.count > 10_000)
        #expect(try await run("--format", format, "--jobs", "8").data == outcome.data)
        #expect(try await run("--format", format, "--jobs", "1000").data == outcome.data)
        #expect(try await run("--format", format).data == outcome.data)
    }

    @Test("Parsing every page finds nothing else")
    func prescan() async throws {
        let scanned = try await run("--format", "json").report()
        let parsed = try await run("--format", "json", "--no-prescan").report()
        for part in ["embeds", "findings", "failures", "verdict"] {
            #expect(scanned[part] == parsed[part])
        }
        #expect(parsed["summary"]["parsed"] == parsed["summary"]["files"])
        #expect(try await run("--no-prescan").output == run().output)
    }

    @Test("However the pages are named and in whatever order")
    func order() async throws {
        let outcome = try await run("--format", "json", ".")
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.site).filter { !$0.hasPrefix(".") }
        let reversed = try await Command(
            arguments: ["--format=json"] + names.sorted().reversed(), folder: Self.site
        ).run()
        #expect(reversed.data == outcome.data)
        #expect(try await run("check", "--format", "json", Self.site).data == outcome.data)
    }
}
