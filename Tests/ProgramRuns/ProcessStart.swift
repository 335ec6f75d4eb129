public import Foundation

/// What it takes to start a process: `posix_spawn` and nothing else, so that streams and signals are what a test says.
public struct ProcessStart {
    private let path: String
    private let arguments: [String]
    private let folder: String
    private let environment: [String: String]
    private let streams: [Int32]

    /// Changes the folder and then becomes the program that is meant.
    private static let env = "/usr/bin/env"

    /// Says what to start.
    ///
    /// - Parameters:
    ///   - path: the program.
    ///   - arguments: without the program's name.
    ///   - folder: where it works.
    ///   - environment: all of its variables.
    ///   - streams: its standard input, output and error.
    public init(
        path: String, arguments: [String], folder: String, environment: [String: String], streams: [Int32]
    ) {
        self.path = path
        self.arguments = arguments
        self.folder = folder
        self.environment = environment
        self.streams = streams
    }

    /// Starts the process, with signals as a shell would have them.
    public func spawn() throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, descriptor) in streams.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        setSignals(&attributes)
        var process = pid_t()
        let words = [Self.env, "-C", folder, path] + arguments
        let variables = environment.map { "\($0)=\($1)" }
        let result = Self.withCStrings(words) { words in
            Self.withCStrings(variables) { posix_spawn(&process, Self.env, &actions, &attributes, words, $0) }
        }
        guard result == 0 else { throw SystemError("posix_spawn \(path)", result) }
        return process
    }

    private func setSignals(_ attributes: inout posix_spawnattr_t) {
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    }

    private static func withCStrings<Result>(
        _ texts: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}
