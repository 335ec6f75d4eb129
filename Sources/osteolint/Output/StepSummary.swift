import CFileStatus
import Foundation
import OsteolintCore
import OsteolintReports

/// The page of a step of GitHub Actions, which shows what steps have added to a file: *Adding a job summary*.
struct StepSummary {
    /// GitHub shows none of a file that is larger, in bytes.
    private static let most = 1 << 20

    private let path: String

    /// The summary of the step that this run is part of; nil where it is part of none.
    init?() {
        guard let path = ProcessInfo.processInfo.environment["GITHUB_STEP_SUMMARY"], !path.isEmpty else { return nil }
        self.path = path
    }

    /// Adds a report as Markdown to what is there, in one write, and complains where that cannot be done.
    ///
    /// - Returns: whether it was added.
    func add(_ report: Report, _ tool: ToolComponent) -> Bool {
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o666)
        guard descriptor >= 0 else { return complain(String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = file_status()
        _ = file_status_of_descriptor(descriptor, &status)
        let room = Self.most - Int(status.size) - 1
        guard room >= MarkdownReporter.smallestLimit else { return complain("it is full") }
        // What is there may lack a line feed at its end.
        var bytes: [UInt8] = status.size > 0 ? [UInt8(ascii: "\n")] : []
        let output = ReportStream { bytes.append(contentsOf: $0) }
        MarkdownReporter(tool, limit: room).write(report, to: output)
        try? output.finish()
        let isWritten = bytes.withUnsafeBytes { StandardStreams.write($0, to: descriptor) }
        return isWritten || complain(String(cString: strerror(errno)))
    }

    private func complain(_ reason: String) -> Bool {
        StandardStreams.complain(
            "osteolint: \(VisibleText.visible(path)): cannot add to the step's summary: \(VisibleText.visible(reason))")
        return false
    }
}
