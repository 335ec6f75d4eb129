import Foundation

/// The built `osteocom-sandbox`, started in a folder.
final class SandboxProcess: Sendable {
    /// The binary beside the tests; on Linux the tests are a program of their own.
    static let binary = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "osteocom-sandbox").path

    private let process: pid_t
    private let output: FileHandle
    /// Where standard error goes.
    private let folder: TemporaryFolder

    init(_ arguments: [String], in folder: TemporaryFolder) throws {
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
        process = try Self.spawn(arguments, folder.root, output: ends[1], errors: errors)
    }

    deinit {
        var status: Int32 = 0
        // Once waited for, the id may be somebody else's.
        guard waitpid(process, &status, WNOHANG) == 0 else { return }
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
    }

    func send(_ signal: Int32) { kill(process, signal) }

    /// The first line of standard output, or what there is when it ends before.
    func readLine() throws -> String {
        var line: [UInt8] = []
        while let byte = try output.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") { line.append(byte) }
        return String(decoding: line, as: UTF8.self)
    }

    /// What else is on standard output, to its end.
    func readRest() throws -> String { String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self) }

    /// What is on standard error up to now.
    func errors() throws -> String { try folder.text("stderr") }

    /// Waits for the end; gives the exit status, or 1000 and the signal that ended it.
    func end() throws -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw SystemError("waitpid") }
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 1000 + signal
    }

    private static func spawn(_ arguments: [String], _ folder: String, output: Int32, errors: Int32) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        let words = ["/usr/bin/env", "-C", folder, binary] + arguments
        let pointers = words.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var process = pid_t()
        let result = posix_spawn(&process, "/usr/bin/env", &actions, nil, pointers, environ)
        guard result == 0 else { throw SystemError("posix_spawn", result) }
        return process
    }
}
