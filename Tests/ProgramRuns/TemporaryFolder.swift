public import Foundation

/// A folder that goes away with the last reference to it.
public final class TemporaryFolder: Sendable {
    /// Its path.
    public let root: String

    /// Makes an empty folder.
    public init() throws {
        let parent = FileManager.default.temporaryDirectory.path
        var template = Array("\(parent)/osteolint-tests-XXXXXX".utf8CString)
        guard let path = mkdtemp(&template), let real = realpath(path, nil) else { throw SystemError("mkdtemp") }
        defer { free(real) }
        root = String(cString: real)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: root)
        guard FileManager.default.fileExists(atPath: root) else { return }
        // Tests take permissions away, and use names that are not UTF-8, which Foundation leaves behind.
        let removal = ProcessStart(
            path: "/bin/sh", arguments: ["-c", #"chmod -R u+rwx "$0"; rm -rf "$0""#, root], folder: "/",
            environment: ProcessInfo.processInfo.environment, streams: [0, 1, 2])
        guard let process = try? removal.spawn() else { return }
        // Nothing can be awaited here; to remove a few files takes no time to speak of.
        while waitpid(process, nil, 0) < 0, errno == EINTR {}
    }

    /// The path of a file in it.
    public func path(_ name: String) -> String { "\(root)/\(name)" }

    /// Writes a file, and makes the folders above it.
    public func write(_ name: String, _ text: String) throws {
        try write(name, Array(text.utf8))
    }

    /// Writes a file, and makes the folders above it.
    public func write(_ name: String, _ bytes: [UInt8]) throws {
        let file = URL(filePath: path(name))
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    /// Writes a file whose name is bytes.
    public func write(named name: [UInt8], _ text: String) throws {
        let path = Array(root.utf8) + [UInt8(ascii: "/")] + name + [0]
        let descriptor = path.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { name in
            name.baseAddress.map { open($0, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600) } ?? -1
        }
        guard descriptor >= 0 else { throw SystemError("open") }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard Foundation.write(descriptor, bytes, bytes.count) == bytes.count else { throw SystemError("write") }
    }

    /// Makes a folder in it.
    public func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
    }

    /// Makes a symbolic link.
    public func link(_ name: String, to target: String) throws {
        guard symlink(target, path(name)) == 0 else { throw SystemError("symlink") }
    }

    /// The bytes of a file.
    public func read(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: path(name))) }

    /// The text of a file.
    public func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

    /// Whether there is a file of that name.
    public func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// The names in it, sorted.
    public func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: root).sorted() }

    /// Runs osteolint in the folder.
    public func osteolint(
        _ arguments: String...,
        input: Command.Input = .nothing,
        environment: [String: String] = [:]
    ) async throws -> Outcome {
        try await Command(arguments: arguments, folder: root, input: input, environment: environment).run()
    }
}
