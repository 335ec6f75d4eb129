import Foundation

/// A temporary folder for all that a browser writes.
struct BrowserProfile {
    private static let removals = 40

    /// Its path.
    let path: String

    /// The file of the browser's standard error.
    var log: String { "\(path)/stderr" }

    /// Makes an empty folder.
    ///
    /// - Throws: `RenderFailure.system` where that is not possible.
    init() throws(RenderFailure) {
        let parent = FileManager.default.temporaryDirectory.path
        var template = Array("\(parent)/osteolint-render-XXXXXX".utf8CString)
        guard let path = mkdtemp(&template) else { throw .failed("mkdtemp") }
        self.path = String(cString: path)
    }

    /// Whether the browser ended since it has no sandbox to lock its pages into.
    var lacksSandbox: Bool {
        let bytes = FileManager.default.contents(atPath: log)?.prefix(1 << 16) ?? Data()
        return String(decoding: bytes, as: UTF8.self).contains("No usable sandbox")
    }

    /// Takes the folder away; processes that were killed may write to it for a moment longer.
    func remove() {
        for _ in 0..<Self.removals {
            try? FileManager.default.removeItem(atPath: path)
            guard FileManager.default.fileExists(atPath: path) else { return }
            usleep(25_000)
        }
    }
}
