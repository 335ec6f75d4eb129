import Foundation
import ProgramRuns

/// A sandbox that has been started with a scenario, and the folder that it was started in.
struct RunningSandbox {
    let folder: TemporaryFolder
    let process: SandboxProcess
    /// The origin that it listens on.
    let origin: String

    /// Starts a sandbox.
    ///
    /// - Parameters:
    ///   - scenario: the text of the scenario's file.
    ///   - files: what has to be there when it starts.
    ///   - arguments: further arguments.
    /// - Throws: `SystemError` where it does not start.
    init(scenario: String, files: [String: String] = [:], arguments: [String] = []) async throws {
        folder = try TemporaryFolder()
        for (name, text) in files { try folder.write(name, text) }
        try folder.write("sandbox/scenario.yml", scenario)
        process = try SandboxProcess(
            ["--scenario", "sandbox/scenario.yml", "--ca-file", folder.path("authority.pem")] + arguments, in: folder)
        let ready = try await process.readLine()
        guard let match = ready.firstMatch(of: /https:\/\/localhost:[0-9]+/) else {
            throw SystemError("the sandbox said \(ready) \(try process.errors())", 0)
        }
        origin = String(match.0)
    }

    /// Runs osteolint in a folder of the sandbox's, trusting it, without the environment's proxies and secrets.
    func osteolint(
        _ command: String, _ arguments: [String], in name: String = "", environment: [String: String] = [:]
    ) -> Command {
        Command(
            arguments: [command, "--ca-file", folder.path("authority.pem")] + arguments, folder: folder.path(name),
            environment: Self.neutral.merging(environment) { $1 })
    }

    private static let neutral = Dictionary(
        uniqueKeysWithValues: [
            "https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY", "OSTEOCOM_CLIENT_SECRET",
        ].map { ($0, "") })

    /// The lines of its log that begin with a method, in order: method, path and query, status.
    func requests() throws -> [(method: String, target: String, status: Int)] {
        try process.errors().split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count > 2, let status = Int(words[words.count - 1]) else { return nil }
            return (String(words[0]), String(words[1]), status)
        }
    }

    /// How often product-status was asked.
    func statusRequests() throws -> Int {
        try requests().count { $0.target.hasPrefix("/api2/embed/content-licensing/product-status") }
    }
}
