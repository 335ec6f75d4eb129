import Foundation
import OsteolintCore
import OsteolintReports

/// Writes a report in every format that was asked for.
struct ReportWriter {
    private struct Target {
        let kind: OutputFormat.Kind
        /// Nil for standard output.
        let file: ReportFile?
    }

    private let targets: [Target]
    private let showsAllPlaces: Bool

    /// Checks the formats and their files before anything is read.
    ///
    /// - Throws: `UsageError` when two formats would share a file or standard output, or a file cannot be written.
    init(_ formats: [OutputFormat], showsAllPlaces: Bool) throws(UsageError) {
        let formats = formats.isEmpty ? [OutputFormat(kind: .text, file: nil)] : formats
        var files: Set<String?> = []
        var targets: [Target] = []
        for format in formats {
            guard files.insert(format.file).inserted else { throw Self.conflict(over: format.file) }
            var file: ReportFile?
            if let path = format.file { file = try ReportFile(path) }
            targets.append(Target(kind: format.kind, file: file))
        }
        self.targets = targets
        self.showsAllPlaces = showsAllPlaces
    }

    /// Writes the report.
    ///
    /// - Throws: `UsageError` when a file cannot be written; the other formats are written all the same.
    func write(_ report: Report) throws {
        try write { kind, isOnScreen in try render(report, as: kind, isOnScreen: isOnScreen) }
    }

    /// Writes what is rendered for each format, and for standard output or not.
    ///
    /// - Throws: as above, and what the rendering throws.
    func write(_ render: (_ kind: OutputFormat.Kind, _ isOnScreen: Bool) throws -> Data) throws {
        var failure: UsageError?
        for target in targets {
            let data = try render(target.kind, target.file == nil)
            guard let file = target.file else {
                StandardStreams.write(data)
                continue
            }
            do throws(UsageError) { try file.write(data) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    private func render(_ report: Report, as kind: OutputFormat.Kind, isOnScreen: Bool) throws -> Data {
        switch kind {
        case .json: return try JSONReporter(version: Osteolint.version).render(report)
        case .text:
            let reporter = TextReporter(
                isColoured: isOnScreen && StandardStreams.isColoured, showsAllPlaces: showsAllPlaces,
                width: isOnScreen ? StandardStreams.width ?? TextReporter.usualWidth : TextReporter.usualWidth)
            return Data(reporter.render(report).utf8)
        }
    }

    private static func conflict(over file: String?) -> UsageError {
        guard let file else {
            return UsageError("two formats for standard output; give one a file, such as --format json=report.json")
        }
        return UsageError("two formats for \(file); give each a file of its own")
    }
}
