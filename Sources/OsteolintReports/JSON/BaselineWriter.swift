public import OsteolintCore

/// Writes a baseline as JSON, an entry for equal findings in a file.
public struct BaselineWriter: Sendable {
    /// The version of the format.
    public static let schemaVersion = 1

    /// Makes a writer.
    public init() {}

    /// Writes the document, with a line feed at its end.
    public func write(_ baseline: Baseline, to output: ReportStream) {
        let json = JSONWriter(to: output)
        json.document {
            json.member("schemaVersion", Self.schemaVersion)
            json.array("entries", baseline.entries) { entry in
                json.object {
                    json.member("rule", entry.rule)
                    json.member("path", entry.path)
                    json.member("content", entry.contentDigits)
                    json.member("count", entry.count)
                    json.member("message", entry.message)
                }
            }
        }
    }
}
