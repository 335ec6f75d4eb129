import Foundation

/// A file that a report is written to.
struct ReportFile {
    private let path: String

    /// Looks whether the file can be written, before anything is checked.
    ///
    /// - Throws: `UsageError` when its folder is not there or not open for writing, or when it is a folder itself.
    init(_ path: String) throws(UsageError) {
        self.path = path
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
    func write(_ data: Data) throws(UsageError) {
        let isStream = Self.isStream(FilePath(path))
        do {
            try data.write(to: URL(fileURLWithPath: path), options: isStream ? [] : .atomic)
        } catch {
            throw UsageError("\(path): cannot be written: \(Self.reason(error))")
        }
    }

    private static func isStream(_ path: FilePath) -> Bool {
        FileEntry(path).map { !$0.isFile && !$0.isFolder } ?? false
    }

    private static func reason(_ error: any Error) -> String {
        let error = error as NSError
        guard let number = (error.userInfo[NSUnderlyingErrorKey] as? NSError)?.code else {
            return error.localizedDescription
        }
        return String(cString: strerror(Int32(number)))
    }
}
