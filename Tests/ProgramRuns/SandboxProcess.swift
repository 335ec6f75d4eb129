import Foundation

/// The built `osteocom-sandbox`, started in a folder.
public final class SandboxProcess: Sendable {
    /// The binary beside the tests; on Linux the tests are a program of their own.
    public static let binary = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "osteocom-sandbox").path

    private let process: pid_t
    private let output: FileHandle
    /// Where standard error goes.
    private let folder: TemporaryFolder

    /// Starts the sandbox with arguments; its standard error goes to the file `stderr` in the folder.
    public init(_ arguments: [String], in folder: TemporaryFolder) throws {
        self.folder = folder
        var ends: [Int32] = [-1, -1]
        // Not a pipe, since only this cannot leak into a process that another test starts meanwhile.
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw SystemError("socketpair") }
        defer { close(ends[1]) }
        let errors = open(folder.path("stderr"), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600)
        guard errors >= 0 else { throw SystemError("open") }
        defer { close(errors) }
        output = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { close(nothing) }
        process = try ProcessStart(
            path: Self.binary, arguments: arguments, folder: folder.root,
            environment: ProcessInfo.processInfo.environment, streams: [nothing, ends[1], errors]
        ).spawn()
    }

    deinit {
        var status: Int32 = 0
        // Once waited for, the id may be somebody else's.
        guard waitpid(process, &status, WNOHANG) == 0 else { return }
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
    }

    /// Sends a signal.
    public func send(_ signal: Int32) { kill(process, signal) }

    /// The first line of standard output, or what there is when it ends before.
    public func readLine() async throws -> String {
        try await OwnThread.run { [output] in
            var line: [UInt8] = []
            while let byte = try output.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") { line.append(byte) }
            return String(decoding: line, as: UTF8.self)
        }
    }

    /// What else is on standard output, to its end.
    public func readRest() async throws -> String {
        try await OwnThread.run { [output] in String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self) }
    }

    /// What is on standard error up to now.
    public func errors() throws -> String { try folder.text("stderr") }

    /// Waits for the end; gives the exit status, or 1000 and the signal that ended it.
    public func end() async throws -> Int32 { try await RunningCommand.wait(for: process) }
}
