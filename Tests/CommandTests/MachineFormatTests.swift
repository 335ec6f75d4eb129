import Foundation
import ProgramRuns
import ReportSchema
import Testing

@Suite("Formats for machines, of whole runs")
struct MachineFormatTests {
    /// The reports of one run in a folder, by their formats.
    private struct Reports {
        let folder: TemporaryFolder
        let status: Int32

        init(in folder: TemporaryFolder, at place: String? = nil, _ arguments: String...) async throws {
            let formats = ["json", "sarif", "junit", "gitlab"].flatMap {
                ["--format", "\($0)=\(folder.path("out." + $0))"]
            }
            let outcome = try await Command(arguments: ["check"] + formats + arguments, folder: place ?? folder.root)
                .run()
            #expect(outcome.data.isEmpty)
            self.folder = folder
            status = outcome.status
        }

        func json(_ format: String) throws -> JSONValue { try JSONValue(folder.read("out.\(format)")) }
        var junit: String { get throws { try folder.text("out.junit") } }
    }

    @Test("The sample site: each finding stands in every format, and independent readers take them")
    func sample() async throws {
        let reports = try await Reports(in: TemporaryFolder(), at: SampleSite.folder.path)
        let findings = try reports.json("json")["findings"].items
        let results = try reports.json("sarif")["runs"][0]["results"].items
        let entries = try reports.json("gitlab").items
        #expect(results.map { $0["ruleId"] } == findings.map { $0["rule"] })
        #expect(entries.map { $0["check_name"] } == findings.map { $0["rule"] })
        #expect(entries.map { $0["location"]["path"] } == findings.map { $0["path"] })
        let fingerprints = findings.map { $0["fingerprint"] }
        #expect(results.map { $0["partialFingerprints"]["osteolint/v1"] } == fingerprints)
        let junit = try reports.junit
        let failing = Set(findings.filter { $0["severity"].text == "error" }.map { [$0["path"], $0["rule"]] })
        #expect(junit.ranges(of: "<failure ").count == failing.count)
        if try await IndependentReader.junit.isThere() {
            #expect(try await IndependentReader.junit.faults(in: reports.folder.read("out.junit")) == "")
        }
        if try await IndependentReader.sarif.isThere() {
            #expect(try await IndependentReader.sarif.faults(in: reports.folder.read("out.sarif")) == "")
        }
    }

    @Test("All rules stand in the SARIF report, each result refers to its own")
    func rules() async throws {
        let reports = try await Reports(in: TemporaryFolder(), at: SampleSite.folder.path)
        let run = try reports.json("sarif")["runs"][0]
        let rules = run["tool"]["driver"]["rules"].items
        for result in run["results"].items {
            #expect(rules[try #require(result["ruleIndex"].integer)]["id"] == result["ruleId"])
        }
        #expect(Set(rules.map { $0["id"] }).count == rules.count)
        for rule in rules {
            #expect(try #require(rule["shortDescription"]["text"].text).count <= 1024)
            #expect(try #require(rule["fullDescription"]["text"].text).count <= 1024)
            #expect(rule["help"]["markdown"].text?.isEmpty == false)
        }
    }

    @Test("Test views show pages without a fault, and fail where the run fails")
    func thresholds() async throws {
        let folder = try TemporaryFolder()
        try folder.write("good.html", SamplePage.good)
        try folder.write("untitled.html", SamplePage.untitled)
        let usual = try await Reports(in: folder)
        #expect(usual.status == 0)
        #expect(try !usual.junit.contains("<failure "))
        #expect(try usual.junit.contains(#"<testcase name="all rules" classname="good.html" time="0"/>"#))
        #expect(try usual.junit.contains("warning[iframe-title-missing]: "))
        let strict = try await Reports(in: folder, "--fail-on", "warning")
        #expect(strict.status == 1)
        #expect(
            try strict.junit.contains(#"<testcase name="iframe-title-missing" classname="untitled.html" time="0">"#))
    }

    @Test("A run in which something could not be checked looks clean in none of them")
    func inconclusive() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a b.html", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D])
        let reports = try await Reports(in: folder)
        #expect(reports.status == 2)
        #expect(try reports.junit.contains(#"type="not-text""#))
        let entry = try reports.json("gitlab")[0]
        #expect(entry["check_name"].text == "osteolint-failure")
        #expect(entry["location"]["path"].text == "a b.html")
        let invocation = try reports.json("sarif")["runs"][0]["invocations"][0]
        #expect(invocation["executionSuccessful"] == .bool(false))
        let notification = invocation["toolExecutionNotifications"][0]
        #expect(notification["descriptor"]["id"].text == "failure/not-text")
        let place = notification["locations"][0]["physicalLocation"]["artifactLocation"]
        #expect(place["uri"].text == "a%20b.html")
    }

    @Test("Nothing of a user's id, of the folder or of the time, and the same bytes each time")
    func promises() async throws {
        let folder = try TemporaryFolder()
        for name in ["b\nc.html", "ü %.html", "a:b.html"] { try folder.write(name, SamplePage.faulty) }
        let first = try await Reports(in: folder)
        let texts = try ["sarif", "junit", "gitlab"].map { try folder.text("out.\($0)") }
        for text in texts {
            #expect(!text.contains("u-48214") && !text.contains(folder.root))
        }
        let uris = try first.json("sarif")["runs"][0]["results"].items.compactMap {
            $0["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].text
        }
        #expect(Set(uris) == ["a%3Ab.html", "b%0Ac.html", "%C3%BC%20%25.html"])
        _ = try await Reports(in: folder)
        #expect(try ["sarif", "junit", "gitlab"].map { try folder.text("out.\($0)") } == texts)
    }
}
