import Foundation
import ProgramRuns
import Testing

/// A run of `check --watch`, whose reports are read while it goes on.
struct WatchedRun {
    private let process: pid_t
    private let output: LineReader
    private let errors: LineReader

    /// Starts a run.
    init(_ arguments: [String], in folder: TemporaryFolder) throws {
        var (reports, complaints): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
        guard pipe(&reports) == 0, pipe(&complaints) == 0 else { throw SystemError("pipe") }
        // A run that held the reading ends itself would never see them closed.
        for end in reports + complaints { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { for end in [reports[1], complaints[1]] { Foundation.close(end) } }
        process = try Command(arguments: ["check"] + arguments, folder: folder.root)
            .spawn(output: reports[1], errors: complaints[1])
        output = LineReader(reports[0])
        errors = LineReader(complaints[0])
    }

    /// The next line of a report that begins so, once the run waits for changes again; what is before it is dropped.
    func line(startingWith start: String = "") async throws -> String? {
        let line = try await output.line { $0.hasPrefix(start) }
        _ = try await errors.line { $0.hasSuffix("waiting for changes; Ctrl-C ends") }
        return line
    }

    /// The next line of standard error with this text, once the run waits for changes again.
    func complaint(containing text: String) async throws -> String? {
        let line = try await errors.line { $0.contains(text) }
        _ = try await errors.line { $0.hasSuffix("waiting for changes; Ctrl-C ends") }
        return line
    }

    /// Ends the run as Ctrl-C does, and tells its exit status.
    func interrupt() async throws -> Int32 {
        kill(process, SIGINT)
        return try await RunningCommand.wait(for: process)
    }

    /// Reads no more reports, and tells the exit status.
    func close() async throws -> Int32 {
        output.close()
        return try await RunningCommand.wait(for: process)
    }
}
