import Foundation
import OsteolintCore
import OsteolintReports

/// Writes a report in every format that was asked for.
struct ReportWriter {
    let formats: [OutputFormat]
    let showsAllPlaces: Bool

    /// Checks the formats before anything is read.
    ///
    /// - Throws: `UsageError` when two formats would share standard output.
    init(_ formats: [OutputFormat], showsAllPlaces: Bool) throws(UsageError) {
        let formats = formats.isEmpty ? [OutputFormat(argument: "text")].compactMap { $0 } : formats
        guard formats.filter({ $0.file == nil }).count <= 1 else {
            throw UsageError("two formats for standard output; give one a file, such as --format json=report.json")
        }
        self.formats = formats
        self.showsAllPlaces = showsAllPlaces
    }

    /// Writes the report.
    ///
    /// - Throws: `UsageError` when a file cannot be written; the other formats are written all the same.
    func write(_ report: Report) throws {
        var failure: UsageError?
        for format in formats {
            let isColoured = format.file == nil && StandardStreams.isColoured
            let data: Data
            switch format.kind {
            case .json: data = try JSONReporter(version: Osteolint.version).render(report)
            case .text: data = Data(TextReporter(isColoured: isColoured, showsAllPlaces: showsAllPlaces).render(report).utf8)
            }
            guard let file = format.file else {
                StandardStreams.write(data)
                continue
            }
            do {
                try data.write(to: URL(fileURLWithPath: file), options: .atomic)
            } catch {
                failure = UsageError("\(file): cannot be written: \(Self.reason(error))")
            }
        }
        if let failure { throw failure }
    }

    private static func reason(_ error: any Error) -> String {
        let error = error as NSError
        let number = (error.userInfo[NSUnderlyingErrorKey] as? NSError)?.code ?? error.code
        return error.domain == NSCocoaErrorDomain && number == error.code
            ? error.localizedDescription : String(cString: strerror(Int32(number)))
    }
}
