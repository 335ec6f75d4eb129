public import Foundation

/// A command that has been started.
public struct RunningCommand {
    /// The id of the process.
    public let process: pid_t
    /// Where its output goes.
    public let files: TemporaryFolder

    /// Sends a signal.
    public func send(_ signal: Int32) {
        kill(process, signal)
    }

    /// Waits for the end.
    public func end() throws -> Outcome {
        let status = try Self.wait(for: process)
        return Outcome(status: status, data: try files.read("stdout"), errorData: try files.read("stderr"))
    }

    /// Waits for the end while a server in this process, which the command talks to, goes on answering.
    ///
    /// `end()` keeps the thread that it is called on, of which tests have few.
    public func ended() async throws -> Outcome {
        let process = process
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var info = siginfo_t()
                while waitid(P_PID, id_t(process), &info, WEXITED | WNOWAIT) < 0, errno == EINTR {}
                continuation.resume()
            }
        }
        return try end()
    }

    /// The exit status of a process, or 1000 and the signal that ended it.
    public static func wait(for process: pid_t) throws -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw SystemError("waitpid") }
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 1000 + signal
    }
}
