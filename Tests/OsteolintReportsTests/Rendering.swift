import Foundation
import OsteolintCore
import OsteolintReports

/// What is written to a stream, as a text.
func rendered(_ write: (ReportStream) -> Void) throws -> String {
    var bytes: [UInt8] = []
    let stream = ReportStream { bytes.append(contentsOf: $0) }
    write(stream)
    try stream.finish()
    return String(decoding: bytes, as: UTF8.self)
}

extension TextReporter {
    /// The whole text, or nothing if it cannot be written.
    func render(_ report: Report) -> String { (try? rendered { write(report, to: $0) }) ?? "" }
}

extension JSONReporter {
    /// The whole document.
    func render(_ report: Report) throws -> Data { Data(try rendered { write(report, to: $0) }.utf8) }
}
