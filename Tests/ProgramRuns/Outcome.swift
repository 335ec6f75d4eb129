public import Foundation
public import ReportSchema
public import Testing

/// What came of a run.
public struct Outcome {
    /// The exit status; 1000 and more stands for the signal that ended the run.
    public let status: Int32
    /// Standard output.
    public let data: Data
    /// Standard error.
    public let errorData: Data

    /// Standard output.
    public var output: String { String(decoding: data, as: UTF8.self) }
    /// Standard error.
    public var errors: String { String(decoding: errorData, as: UTF8.self) }
    /// The last line of standard output.
    public var closingLine: String { output.split(separator: "\n").last.map(String.init) ?? "" }

    /// Standard output as a JSON report, held against the schema and against the exit status.
    public func report(sourceLocation: SourceLocation = #_sourceLocation) throws -> JSONValue {
        let report = try JSONValue(data)
        #expect(try JSONSchema.ofReports().faults(in: report) == [], sourceLocation: sourceLocation)
        #expect(report["exitStatus"] == .integer(Int(status)), sourceLocation: sourceLocation)
        return report
    }

    /// The ids of the rules that found something, in the order of the report.
    public func rules(sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
        try report(sourceLocation: sourceLocation)["findings"].items.compactMap { $0["rule"].text }
    }

    /// The failures, each as `reason subject`.
    public func failures(sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
        try report(sourceLocation: sourceLocation)["failures"].items.map {
            "\($0["reason"].text ?? "") \($0["subject"].text ?? "")"
        }
    }
}
