import Foundation
import OsteolintReports
import Synchronization

/// Writes something in every format that was asked for, each to its place.
struct OutputWriter<Kind: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
    private struct Target {
        let kind: Kind
        /// Nil for standard output.
        let file: ReportFile?
    }

    private let targets: [Target]

    /// Checks the formats and their files before anything is read.
    ///
    /// - Parameters:
    ///   - formats: what was asked for.
    ///   - usual: what goes to standard output where nothing was asked for.
    /// - Throws: `UsageError` when two formats would share a file or standard output, or a file cannot be written.
    init(_ formats: [OutputFormat<Kind>], usual: Kind) throws(UsageError) {
        var files: Set<FilePath?> = []
        var targets: [Target] = formats.isEmpty ? [Target(kind: usual, file: nil)] : []
        for format in formats {
            guard files.insert(format.file.map { FilePath($0).normalized }).inserted else {
                throw Self.conflict(over: format.file)
            }
            var file: ReportFile?
            if let path = format.file { file = try ReportFile(path) }
            targets.append(Target(kind: format.kind, file: file))
        }
        self.targets = targets
    }

    /// Renders all formats at the same time and writes each while it is rendered.
    ///
    /// - Parameter render: writes a format; told whether it goes to standard output.
    /// - Throws: `UsageError` when a file cannot be written; the other formats are written all the same.
    func write(
        _ render: @Sendable (_ kind: Kind, _ isOnScreen: Bool, _ output: ReportStream) -> Void
    ) throws(UsageError) {
        let failures = Mutex<[Int: UsageError]>([:])
        DispatchQueue.concurrentPerform(iterations: targets.count) { index in
            let target = targets[index]
            do throws(UsageError) {
                if let file = target.file {
                    try file.write { render(target.kind, false, $0) }
                } else {
                    try StandardStreams.stream { render(target.kind, true, $0) }
                }
            } catch {
                failures.withLock { $0[index] = error }
            }
        }
        if let failure = failures.withLock({ $0 }).min(by: { $0.key < $1.key }) { throw failure.value }
    }

    private static func conflict(over file: String?) -> UsageError {
        guard let file else {
            return UsageError("two formats for standard output; give one a file, such as --format json=report.json")
        }
        return UsageError("two formats for \(file); give each a file of its own")
    }
}
