import OsteolintCore

/// Writes the suites of a report, in the order of their numbers.
struct JUnitSuites {
    private let report: Report
    private let xml: XMLWriter
    private var written = 0

    /// Makes a writer of suites.
    init(of report: Report, to xml: XMLWriter) {
        self.report = report
        self.xml = xml
    }

    /// Writes the suite of the run as a whole.
    mutating func writeRun() {
        let tests = [
            AnySequence(CollectionOfOne(report.runTest)), AnySequence(report.failureTests),
            AnySequence(report.skippedTests),
        ]
        let properties: KeyValuePairs = [
            "command": report.command, "verdict": report.verdict.rawValue, "exitStatus": String(report.exitStatus),
        ]
        suite("osteolint", tests.joined(), properties: properties) { [report] xml in
            for remark in report.remarks {
                xml.write("\(remark.subject): \(remark.message)")
                xml.breakLine()
            }
        }
    }

    /// Writes the suite of a page.
    ///
    /// - Parameters:
    ///   - path: the path of the page.
    ///   - findings: where its findings are in the report's.
    mutating func writePage(_ path: String, findings: Range<Int>) {
        var tests = report.tests(of: path, findings)
        // A page without a case would not be seen at all.
        if tests.isEmpty { tests.append(JUnitCase(name: "all rules", group: path, outcome: .passed)) }
        suite(path, tests) { [report] xml in
            for index in findings where report.isMentioned(report.findings[index]) { xml.write(report.findings[index]) }
        }
    }

    /// The schema asks for a time and a host, which would make every report another one: they are always the same.
    private mutating func suite(
        _ name: String,
        _ tests: some Sequence<JUnitCase>,
        properties: KeyValuePairs<String, String> = [:],
        output: (XMLWriter) -> Void
    ) {
        let counts = Counts(tests)
        let attributes: KeyValuePairs<StaticString, String> = [
            "name": XMLWriter.token(name), "package": "", "id": String(written), "timestamp": "1970-01-01T00:00:00",
            "hostname": "localhost", "tests": String(counts.tests), "failures": String(counts.failures),
            "errors": String(counts.errors), "skipped": String(counts.skipped), "time": "0",
        ]
        written += 1
        xml.element("testsuite", attributes) {
            xml.element("properties", [:]) {
                for (name, value) in properties { xml.element("property", ["name": name, "value": value]) }
            }
            for test in tests { xml.write(test, of: report) }
            xml.text("system-out") { output(xml) }
            xml.text("system-err") {}
        }
    }
}

/// How much of what there is in a suite.
private struct Counts {
    var tests = 0
    var failures = 0
    var errors = 0
    var skipped = 0

    init(_ cases: some Sequence<JUnitCase>) {
        for test in cases {
            tests += 1
            switch test.outcome {
            case .passed: break
            case .failed: failures += 1
            case .errored: errors += 1
            case .skipped: skipped += 1
            }
        }
    }
}
