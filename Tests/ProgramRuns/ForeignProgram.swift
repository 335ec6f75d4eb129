public import Foundation

/// A program that is not ours and reads what we write; those of Python find what `scripts/install-dependencies` put into
/// `.build/python` too.
public struct ForeignProgram: Sendable {
    /// Reads XML.
    public static let xmllint = ForeignProgram(name: "xmllint")
    /// Reads whatever a script tells it to.
    public static let python = ForeignProgram(name: "python3")

    /// Applies diffs.
    public static let patch = ForeignProgram(name: "patch")
    /// Applies diffs, more strictly.
    public static let git = ForeignProgram(name: "git")

    /// Runs a script.
    public static let shell = ForeignProgram(name: "sh")
    /// Runs a script, and completes what is typed.
    public static let bash = ForeignProgram(name: "bash")
    /// Completes what is typed.
    public static let zsh = ForeignProgram(name: "zsh")
    /// Completes what is typed.
    public static let fish = ForeignProgram(name: "fish")
    /// Shows manual pages, and finds what is wrong in them.
    public static let groff = ForeignProgram(name: "groff")

    /// The folder of the package.
    public static let package = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static let environment = ProcessInfo.processInfo.environment.merging([
        "PYTHONUTF8": "1", "PYTHONPATH": package.appending(path: ".build/python").path,
    ]) { $1 }

    private let name: String

    /// Runs the program in a folder to its end.
    public func run(_ arguments: String..., in folder: TemporaryFolder) async throws -> Outcome {
        try await run(arguments, in: folder)
    }

    /// Runs the program in a folder to its end.
    public func run(_ arguments: [String], in folder: TemporaryFolder) async throws -> Outcome {
        let files = try TemporaryFolder()
        let paths = [("/dev/null", O_RDONLY), (files.path("stdout"), O_WRONLY), (files.path("stderr"), O_WRONLY)]
        let streams = paths.map { open($0.0, $0.1 | O_CREAT | O_CLOEXEC, 0o600) }
        defer { for stream in streams { close(stream) } }
        let process = try ProcessStart(
            path: name, arguments: arguments, folder: folder.root, environment: Self.environment, streams: streams
        ).spawn()
        return try await RunningCommand(process: process, files: files).end()
    }

    /// Whether the program is installed.
    public func isThere() async throws -> Bool {
        try await run("--version", in: TemporaryFolder()).status == 0
    }

    /// Whether Python has modules.
    public static func hasModules(_ names: String...) async throws -> Bool {
        try await python.run("-c", names.map { "import \($0)\n" }.joined(), in: TemporaryFolder()).status == 0
    }
}
