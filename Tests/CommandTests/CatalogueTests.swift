import ProgramRuns
import Foundation
import ReportSchema
import Testing

@Suite("rules, explain, --version and --help")
struct CatalogueTests {
    private func run(_ arguments: String...) async throws -> Outcome {
        try await Command(arguments: arguments, folder: SampleSite.package.path).run()
    }

    @Test("The catalogue has every rule, with the same severities in both forms")
    func rules() async throws {
        let json = try await JSONValue(run("rules", "--format", "json").data)
        #expect(json["schemaVersion"].integer == 1)
        let rules = json["rules"].items
        let pages = try FileManager.default.contentsOfDirectory(
            atPath: SampleSite.package.appending(path: "rules").path)
        #expect(Set(rules.map { ($0["id"].text ?? "") + ".md" }) == Set(pages).subtracting(["README.md"]))
        let text = try await run("rules").output
        for rule in rules {
            let id = try #require(rule["id"].text)
            let severity = try #require(rule["severity"].text)
            let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("  \(id) ") })
            #expect(line.split(separator: " ")[1] == severity)
            #expect(line.hasSuffix(rule["summary"].text ?? "?"))
            #expect(Self.topics.contains(rule["topic"].text ?? ""))
        }
        #expect(text.split(separator: "\n").count == rules.count + Set(rules.map { $0["topic"] }).count)
    }

    private static let topics = ["Parameters", "URL", "Element", "Page", "Origins and framing", "Status and catalogue"]

    @Test("Every rule is explained")
    func explain() async throws {
        for rule in try await JSONValue(run("rules", "--format=json").data)["rules"].items {
            let id = try #require(rule["id"].text)
            let outcome = try await run("explain", id)
            #expect(outcome.status == 0)
            #expect(outcome.output.hasPrefix("\(id) (\(rule["severity"].text ?? "?"), "))
            #expect(outcome.output.contains("\nExamples\n"))
            // The text is broken into lines.
            let words = outcome.output.split(separator: /\s+/).joined(separator: " ")
            #expect(words.contains(rule["summary"].text ?? "?"))
        }
    }

    @Test("The version is the reports' too")
    func version() async throws {
        let outcome = try await run("--version")
        #expect(outcome.status == 0)
        let report = try await Command(arguments: ["--format=json"], folder: SampleSite.clean.path).run().report()
        #expect(outcome.output == (report["tool"]["version"].text ?? "?") + "\n")
    }

    @Test("Help names the commands and the exit status", arguments: ["--help", "-h", "help"])
    func help(_ argument: String) async throws {
        let outcome = try await run(argument)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        for word in [
            "check (default)", "inspect", "origins", "rules", "explain", "init", "Exit status: 0", "130 interrupted",
        ] {
            #expect(outcome.output.contains(word))
        }
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test("check is the default command")
    func defaultCommand() async throws {
        let site = SampleSite.folder.path
        let named = try await Command(arguments: ["check", "--format", "json", "fr"], folder: site).run()
        #expect(try await Command(arguments: ["--format", "json", "fr"], folder: site).run().data == named.data)
        #expect(try await Command(arguments: ["fr", "--format", "json"], folder: site).run().data == named.data)
        #expect(named.data.count > 1000)
    }
}
