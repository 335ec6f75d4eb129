public import OsteolintCore
public import PlacedJSON

/// Reads a report that `JSONReporter` wrote, schema version 1: `reports/schema/report.schema.json`.
///
/// Members that are not known are passed over; those that older versions did not write have their usual values.
public struct JSONReportReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads a report; written again, it is the same but for the version of osteolint.
    ///
    /// - Parameter bytes: the JSON text.
    /// - Returns: the report, whose texts are as hostile as those of any page.
    /// - Throws: `JSONFault` where the text is no report, with the place and the member.
    public func read(_ bytes: UnsafeRawBufferPointer) throws(JSONFault) -> Report {
        do throws(JSONFault) {
            var json = JSONReader(bytes)
            let report = try json.report()
            try json.end()
            return report
        } catch {
            // Of another document it is no use to say which member of a report it lacks.
            throw ForeignDocument(bytes)?.fault ?? error
        }
    }
}
