public import OsteolintCore

/// Writes a report as SARIF 2.1.0, for code scanning and viewers.
///
/// All rules stand in it, those without a result too: code scanning lists by them what was looked for. There is no
/// clock, no absolute path and no command line in it.
public struct SARIFReporter: Sendable {
    private static let schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    private let tool: ToolComponent

    /// Makes a reporter.
    public init(_ tool: ToolComponent) {
        self.tool = tool
    }

    /// Writes the document, with a line feed at its end.
    public func write(_ report: Report, to output: ReportStream) {
        let json = JSONWriter(to: output)
        json.document {
            json.member("$schema", Self.schema)
            json.member("version", "2.1.0")
            json.array("runs", [report]) { report in json.object { write(report, to: json) } }
        }
    }

    private func write(_ report: Report, to json: JSONWriter) {
        json.object("tool") { json.object("driver") { writeDriver(to: json) } }
        json.array("invocations", [report]) { report in json.object { json.invocation(report) } }
        json.object("originalUriBaseIds") {
            json.object("%SRCROOT%") {
                json.message("the folder of .osteolint.yml, else the working directory", as: "description")
            }
        }
        json.member("columnKind", "unicodeCodePoints")
        var results = SARIFResults(rules: tool.rules, json: json)
        json.array("results", report.findings) { finding in json.line { results.write(finding) } }
    }

    private func writeDriver(to json: JSONWriter) {
        json.member("name", "osteolint")
        json.member("version", tool.version)
        json.member("semanticVersion", tool.version)
        json.array("rules", tool.rules) { rule in json.object { json.reportingDescriptor(rule) } }
    }
}
