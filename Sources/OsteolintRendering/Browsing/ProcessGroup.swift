import Foundation

/// The processes that a browser consists of.
struct ProcessGroup {
    /// The id of the group, which is that of its first process.
    let id: pid_t

    /// Kills all of them, and takes the first one's exit status.
    func end() {
        kill(-id, SIGKILL)
        while waitpid(id, nil, 0) < 0, errno == EINTR {}
    }

    /// Whether the first process has ended; its status is still to be taken.
    var hasEnded: Bool {
        var information = siginfo_t()
        let result = waitid(P_PID, id_t(id), &information, WEXITED | WNOHANG | WNOWAIT)
        return result == 0 && information.si_signo == SIGCHLD
    }

    /// How many bytes of memory they hold; what they share counts for each.
    var memory: Int {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        let numbered = processes.lazy.filter { $0.first?.isNumber == true }
        return numbered.map { pages(ofProcess: $0) }.reduce(0, +) * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// The resident pages of a process of the group, zero for any other (proc(5), `/proc/pid/stat`).
    private func pages(ofProcess process: String) -> Int {
        guard let data = FileManager.default.contents(atPath: "/proc/\(process)/stat") else { return 0 }
        // The name, in parentheses, may hold anything.
        let text = String(decoding: data, as: UTF8.self)
        guard let name = text.lastIndex(of: ")") else { return 0 }
        let fields = text[name...].split(separator: " ")
        guard fields.count > 22, pid_t(fields[3]) == id else { return 0 }
        return Int(fields[22]) ?? 0
    }
}
