import Foundation
import OsteolintCore
import OsteolintReports
import ProgramRuns
import Testing

@Suite("The JUnit report")
struct JUnitReporterTests {
    private func junit(_ report: Report) throws -> String {
        try rendered { JUnitReporter().write(report, to: $0) }
    }

    /// How often something stands in a text.
    private func count(_ part: String, _ text: String) -> Int { text.ranges(of: part).count }

    @Test("A small report, byte for byte")
    func golden() throws {
        #expect(try GoldenFile.matches(junit(SmallReport.report()), "small.junit.xml"))
    }

    @Test(
        "What fails the run fails, the rest is output",
        arguments: [(Severity?.none, 0), (.error, 1), (.warning, 3), (.note, 3)])
    func threshold(_ failOn: Severity?, _ failures: Int) throws {
        let xml = try junit(SmallReport.report(ReportBuilder(failOn: failOn)))
        #expect(count("<failure ", xml) == failures)
        #expect(count("<error ", xml) == 1)
        for message in ["nobody sees `x`", "nobody\n", "known", "listed", "a file", "an origin is not declared"] {
            #expect(xml.contains(message))
        }
    }

    @Test("What could not be checked is an error, unless it is passed over")
    func failures() throws {
        let failure = Failure(subject: "a.html", reason: .unreadable, message: "cannot be read")
        let failed = try junit(SampleReport.report([], failures: [failure]))
        #expect(failed.contains(#"<error message="cannot be read" type="unreadable">cannot be read</error>"#))
        #expect(failed.contains(#"tests="2" failures="0" errors="1" skipped="0""#))
        let builder = ReportBuilder(passesInconclusive: true)
        let passed = try junit(SampleReport.report([], failures: [failure], builder: builder))
        #expect(passed.contains(#"<skipped message="cannot be read">"#) && !passed.contains("<error "))
    }

    @Test("A run that fails or ends without a finding has a case that says so")
    func runs() throws {
        let clean = try junit(SampleReport.report([]))
        #expect(clean.contains(#"<testcase name="check" classname="osteolint" time="0"/>"#))
        let required = try junit(SampleReport.report([], builder: ReportBuilder(requiresEmbeds: true)))
        #expect(
            required.contains(#"<failure message="no page holds an Osteocom embed; --require-embeds asks for one""#))
        var interrupted = SampleReport.report([])
        interrupted.exitStatus = 130
        #expect(try junit(interrupted).contains(#"<error message="interrupted; the rest was not checked""#))
    }

    @Test(
        "Names stay different where white space is collapsed",
        arguments: [
            ("a b.html", "a b.html"), (" a.html", #"\u{20}a.html"#), ("a  b ", #"a \u{20}b\u{20}"#),
            ("a\tb", "a b"), ("  ", #"\u{20}\u{20}"#), ("", "(empty)"), ("a\nb", #"a\u{A}b"#),
        ])
    func names(_ path: String, _ name: String) throws {
        let finding = SampleReport.finding("", from: 1, to: 1, path: path)
        #expect(try junit(SampleReport.report([finding])).contains(#"<testsuite name="\#(name)" package="" id="1""#))
    }

    @Test("Nothing in a report becomes markup, and nothing that XML forbids is written")
    func hostile() throws {
        let xml = try junit(HostileReport.report)
        #expect(!xml.contains("]]>") && !xml.contains("<script") && !xml.contains("<!"))
        #expect(count("</testsuite>\n", xml) == count("<testsuite ", xml))
        // Control characters but the line feed, U+FFFE and U+FFFF, U+202E, U+0085.
        let forbidden = try Regex(#"[\x00-\x09\x0B-\x1F\x{FFFE}\x{FFFF}\x{202E}\x{85}]"#).matchingSemantics(
            .unicodeScalar)
        #expect(xml.firstMatch(of: forbidden) == nil)
        #expect(xml.contains(#"\u{FFFE}\u{FFFF}"#) && xml.contains(#"\u{1B}[31mred"#) && xml.contains("]]&gt;"))
    }

    @Test(
        "The schema takes it, whatever it holds",
        .enabled("\(IndependentReader.missing)") { try await IndependentReader.junit.isThere() })
    func schema() async throws {
        for report in [SmallReport.report(), HostileReport.report, SampleReport.report([])] {
            let faults = try await IndependentReader.junit.faults(in: Data(junit(report).utf8))
            #expect(faults == "")
        }
    }
}
