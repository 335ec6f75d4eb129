import Foundation

/// One run of a browser: started, listened to, and ended with all its processes, whatever happens.
struct BrowserRun {
    /// How long to wait for more, in milliseconds, before the watch is asked again.
    private static let step: Int32 = 100
    /// After how many steps the processes' memory is looked at.
    private static let stepsPerLook = 3

    let program: BrowserProgram
    let arguments: [String]
    let profile: BrowserProfile
    let watch: BrowserWatch
    let isInterrupted: @Sendable () -> Bool

    /// What it writes to standard output.
    ///
    /// - Throws: `RenderFailure`, also where it writes nothing.
    func output() throws(RenderFailure) -> [UInt8] {
        // A socket and no pipe, since only this cannot leak into a browser that is started meanwhile.
        var ends: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw .failed("socketpair") }
        defer { close(ends[0]) }
        let group = ProcessGroup(id: try spawn(closing: ends[1]))
        defer { group.end() }
        let output = try read(ends[0], from: group)
        guard output.isEmpty else { return output }
        throw profile.lacksSandbox ? .noSandbox : .nothing
    }

    private func read(_ descriptor: Int32, from group: ProcessGroup) throws(RenderFailure) -> [UInt8] {
        var output: [UInt8] = []
        var memory = 0
        var steps = 0
        while true {
            let hadEnded = group.hasEnded
            var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let isReady = poll(&polled, 1, Self.step) > 0
            if isReady, try Self.take(descriptor, into: &output) { return output }
            // What a wrapper hands on comes a moment after the browser's end, or never.
            if hadEnded, !isReady { return output }
            steps += 1
            if steps.isMultiple(of: Self.stepsPerLook) { memory = group.memory }
            let objection = watch.objection(
                at: .now, output: output.count, memory: memory, isInterrupted: isInterrupted())
            if let objection { throw objection }
        }
    }

    /// Takes what is there; true at the end.
    private static func take(_ descriptor: Int32, into output: inout [UInt8]) throws(RenderFailure) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        guard count >= 0 else {
            guard errno == EAGAIN || errno == EINTR else { throw .failed("recv") }
            return false
        }
        output += buffer[..<count]
        return count == 0
    }

    /// Starts the browser with a descriptor as its standard output, which nobody else holds then.
    private func spawn(closing output: Int32) throws(RenderFailure) -> pid_t {
        defer { close(output) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_addopen(&actions, 2, profile.log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        Self.setGroupAndSignals(&attributes)
        var process = pid_t()
        let words = ([program.path] + arguments).map { strdup($0) }
        let variables = environment.map { strdup("\($0)=\($1)") }
        defer { for text in words + variables { free(text) } }
        let result = posix_spawn(&process, program.path, &actions, &attributes, words + [nil], variables + [nil])
        guard result == 0 else { throw .failed("posix_spawn", result) }
        return process
    }

    /// The few variables that a browser needs: no secret is among them, and no proxy. All that it writes goes into the
    /// profile.
    private var environment: [String: String] {
        let own = ProcessInfo.processInfo.environment
        let kept = ["PATH", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH"]
        let variables = own.filter { kept.contains($0.key) }
        let folders = ["TMPDIR", "HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"]
        return variables.merging(folders.map { ($0, profile.path) } + [("DBUS_SESSION_BUS_ADDRESS", "/dev/null")]) {
            $1
        }
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
}
