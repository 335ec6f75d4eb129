import Foundation
import Synchronization

/// A browser's process, the leader of a group of its own, with its profile.
final class BrowserProcess: Sendable {
    let id: pid_t
    /// The test's side of the socket that the browser reads commands from and writes answers to.
    let socket: Int32
    let profile: BrowserProfile
    private let isEnded = Mutex(false)

    /// Starts the browser; the caller closes ``socket``.
    ///
    /// - Throws: ``BrowserError/system(call:reason:)``
    init(path: String, options: BrowserOptions) throws {
        profile = try BrowserProfile()
        do {
            let (ours, theirs) = try Self.socketPair()
            defer { close(theirs) }
            let words = [path] + options.arguments(profile: profile.path)
            do { id = try Self.spawn(words, socket: theirs, log: profile.log, temporary: profile.path) } catch {
                close(ours)
                throw error
            }
            socket = ours
        } catch {
            profile.remove()
            throw error
        }
    }

    deinit { end() }

    /// Kills what is left of the group, takes the exit status and removes the profile; a second time does nothing.
    func end() {
        let isFirst = isEnded.withLock { isEnded in
            defer { isEnded = true }
            return !isEnded
        }
        guard isFirst else { return }
        kill(-id, SIGKILL)
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        profile.remove()
    }

    /// A socket, unlike a pipe, can be written to without a signal when the browser is gone.
    private static func socketPair() throws -> (ours: Int32, theirs: Int32) {
        var pair: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &pair) == 0 else { throw failure("socketpair", errno) }
        defer { close(pair[1]) }
        // Away from 3 and 4, which the browser's side is about to become.
        let theirs = fcntl(pair[1], F_DUPFD_CLOEXEC, 10)
        guard theirs >= 0 else {
            close(pair[0])
            throw failure("fcntl", errno)
        }
        return (pair[0], theirs)
    }

    private static func spawn(_ words: [String], socket: Int32, log: String, temporary: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, socket, 3)
        posix_spawn_file_actions_adddup2(&actions, socket, 4)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        setGroupAndSignals(&attributes)
        var process = pid_t()
        let arguments = words.map { strdup($0) }
        let variables = environment(temporary: temporary).map { strdup($0) }
        defer { for text in arguments + variables { free(text) } }
        let result = posix_spawn(
            &process, words[0], &actions, &attributes, arguments + [nil], variables + [nil])
        guard result == 0 else { throw failure("posix_spawn \(words[0])", result) }
        return process
    }

    /// The test's own variables, but the browser leaves temporary files, which are to go with the profile.
    private static func environment(temporary: String) -> [String] {
        var variables = ProcessInfo.processInfo.environment
        variables["TMPDIR"] = temporary
        return variables.map { "\($0)=\($1)" }
    }

    private static func setGroupAndSignals(_ attributes: inout posix_spawnattr_t) {
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
        posix_spawnattr_setflags(&attributes, Int16(flags))
    }

    private static func failure(_ call: String, _ number: Int32) -> BrowserError {
        .system(call: call, reason: String(cString: strerror(number)))
    }
}
