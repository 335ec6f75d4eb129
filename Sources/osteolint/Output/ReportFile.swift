import Foundation
import OsteolintReports
import WholeFiles

/// A file that a report is written to.
struct ReportFile {
    private let path: String
    private let isPrivate: Bool

    /// Looks whether the file can be written, before anything is checked.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - isPrivate: whether nobody but the owner may read it.
    /// - Throws: `UsageError` when its folder is not there or not open for writing, or when it is a folder itself.
    init(_ path: String, isPrivate: Bool = false) throws(UsageError) {
        self.path = path
        self.isPrivate = isPrivate
        let file = FilePath(path)
        if let entry = FileEntry(file), entry.isFolder { throw UsageError("\(path): is a folder; name a file in it") }
        let folder = FilePath(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        guard let entry = FileEntry(folder), entry.isFolder else {
            throw UsageError("\(path): cannot be written: its folder is not there")
        }
        guard Self.isStream(file) || folder.withCString({ access($0, W_OK) }) == 0 else {
            throw UsageError("\(path): cannot be written: \(String(cString: strerror(errno)))")
        }
    }

    /// Writes the file whole or not at all; a pipe or device is written to as it is.
    ///
    /// - Throws: `UsageError` when it cannot be written.
    func write(_ render: (ReportStream) -> Void) throws(UsageError) {
        do throws(FileReplacement.Failure) {
            if Self.isStream(FilePath(path)) { try writeThrough(render) } else { try replace(render) }
        } catch {
            throw UsageError("\(path): cannot be written: \(error.reason)")
        }
    }

    private func replace(_ render: (ReportStream) -> Void) throws(FileReplacement.Failure) {
        let file = try FileReplacement(path, isPrivate: isPrivate)
        try Self.finish(ReportStream { try file.write($0) }, render)
        try file.commit(isDurable: false)
    }

    private func writeThrough(_ render: (ReportStream) -> Void) throws(FileReplacement.Failure) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileReplacement.Failure() }
        defer { close(descriptor) }
        let output = ReportStream { bytes in
            guard StandardStreams.write(bytes, to: descriptor) else { throw FileReplacement.Failure() }
        }
        try Self.finish(output, render)
    }

    private static func finish(
        _ output: ReportStream, _ render: (ReportStream) -> Void
    ) throws(FileReplacement.Failure) {
        render(output)
        do {
            try output.finish()
        } catch {
            throw error as? FileReplacement.Failure ?? FileReplacement.Failure(EIO)
        }
    }

    private static func isStream(_ path: FilePath) -> Bool {
        FileEntry(path).map { !$0.isFile && !$0.isFolder } ?? false
    }
}
