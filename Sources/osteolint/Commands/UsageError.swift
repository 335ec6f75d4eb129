import ArgumentParser

/// Wrong arguments or configuration: exit status 64, and nothing was checked.
struct UsageError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension ParsableCommand {
    /// Runs a command, and turns a usage error into its message and exit status 64.
    func reportingUsageErrors(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as UsageError {
            StandardStreams.complain("osteolint: \(error.description)")
            throw ExitCode(64)
        }
    }

    /// The same for a command that waits for others.
    func reportingUsageErrors(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let error as UsageError {
            StandardStreams.complain("osteolint: \(error.description)")
            throw ExitCode(64)
        }
    }
}
