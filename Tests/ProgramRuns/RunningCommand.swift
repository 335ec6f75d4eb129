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
    public func end() async throws -> Outcome {
        let status = try await Self.wait(for: process)
        return Outcome(status: status, data: try files.read("stdout"), errorData: try files.read("stderr"))
    }

    /// The exit status of a process when it has ended, or 1000 and the signal that ended it.
    public static func wait(for process: pid_t) async throws -> Int32 {
        try await OwnThread.run {
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0 {
                guard errno == EINTR else { throw SystemError("waitpid") }
            }
            let signal = status & 0x7F
            return signal == 0 ? (status >> 8) & 0xFF : 1000 + signal
        }
    }
}
