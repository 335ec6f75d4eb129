import Foundation

/// A folder that goes away with the last reference to it.
final class TemporaryFolder: Sendable {
    let root: String

    init() throws {
        var template = Array("\(FileManager.default.temporaryDirectory.path)/sandbox-tests-XXXXXX".utf8CString)
        guard let path = mkdtemp(&template), let real = realpath(path, nil) else { throw SystemError("mkdtemp") }
        defer { free(real) }
        root = String(cString: real)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: root)
    }

    func path(_ name: String) -> String { "\(root)/\(name)" }

    /// Writes a file, and makes the folders above it.
    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
        let file = URL(filePath: path(name))
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}
