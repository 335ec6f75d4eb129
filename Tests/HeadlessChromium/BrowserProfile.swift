import Foundation

/// A temporary folder for what a browser keeps, and for what it writes to standard error.
struct BrowserProfile: Sendable {
    let path: String

    /// The file of the browser's standard error.
    var log: String { "\(path)/stderr" }

    init() throws {
        let parent = FileManager.default.temporaryDirectory.path
        var template = Array("\(parent)/osteolint-chromium-XXXXXX".utf8CString)
        guard let path = mkdtemp(&template) else {
            throw BrowserError.system(call: "mkdtemp", reason: String(cString: strerror(errno)))
        }
        self.path = String(cString: path)
    }

    /// The last lines that the browser wrote to standard error.
    func lastOutput() -> String {
        let bytes = FileManager.default.contents(atPath: log) ?? Data()
        return String(decoding: bytes.suffix(2000), as: UTF8.self)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
