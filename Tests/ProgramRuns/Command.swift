public import Foundation

/// A run of the built `osteolint`.
public struct Command {
    /// What stands at standard input.
    public enum Input: Sendable {
        /// Nothing at all.
        case nothing
        /// These bytes.
        case bytes([UInt8])
    }

    /// The binary beside the tests; on Linux the tests are a program of their own.
    public static let binary = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "osteolint").path

    /// The arguments, without the program's name.
    public let arguments: [String]
    /// The folder to work in.
    public let folder: String
    /// What stands at standard input.
    public var input = Input.nothing
    /// Variables set besides those that the tests have.
    public var environment: [String: String] = [:]

    /// Makes a run; nothing is started yet.
    public init(
        arguments: [String], folder: String, input: Input = .nothing, environment: [String: String] = [:]
    ) {
        self.arguments = arguments
        self.folder = folder
        self.input = input
        self.environment = environment
    }

    /// Runs the command to its end.
    public func run() async throws -> Outcome {
        try await start().end()
    }

    /// Starts the command, with its output going to files.
    public func start() throws -> RunningCommand {
        let folder = try TemporaryFolder()
        let output = try open(folder.path("stdout"), O_CREAT | O_WRONLY)
        defer { close(output) }
        let errors = try open(folder.path("stderr"), O_CREAT | O_WRONLY)
        defer { close(errors) }
        let process = try spawn(output: output, errors: errors)
        return RunningCommand(process: process, files: folder)
    }

    /// Starts the command with its streams where they are told to go.
    public func spawn(output: Int32, errors: Int32) throws -> pid_t {
        let files = try TemporaryFolder()
        let standardInput = try openInput(files)
        defer { close(standardInput) }
        return try ProcessStart(
            path: Self.binary, arguments: arguments, folder: folder, environment: merged,
            streams: [standardInput, output, errors]
        ).spawn()
    }

    private var merged: [String: String] {
        var variables = ProcessInfo.processInfo.environment
        variables["NO_COLOR"] = nil
        variables["GITHUB_STEP_SUMMARY"] = nil
        variables["TERM"] = "xterm-256color"
        return variables.merging(environment) { $1 }
    }

    private func openInput(_ files: TemporaryFolder) throws -> Int32 {
        switch input {
        case .nothing: return try open("/dev/null", O_RDONLY)
        case .bytes(let bytes):
            try files.write("stdin", bytes)
            return try open(files.path("stdin"), O_RDONLY)
        }
    }

    private func open(_ path: String, _ flags: Int32) throws -> Int32 {
        let descriptor = Foundation.open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemError("open \(path)") }
        return descriptor
    }
}
