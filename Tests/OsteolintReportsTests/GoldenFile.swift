import Foundation

/// A file of what a reporter writes, beside the tests; written again where `OSTEOLINT_RECORD` is 1.
enum GoldenFile {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Fixtures/reports").standardizedFileURL
    private static let isRecording = ProcessInfo.processInfo.environment["OSTEOLINT_RECORD"] == "1"

    /// Whether a text is that of the file, byte for byte.
    static func matches(_ text: String, _ name: String) throws -> Bool {
        let file = folder.appending(path: name)
        if isRecording {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try Data(contentsOf: file) == Data(text.utf8)
    }
}
