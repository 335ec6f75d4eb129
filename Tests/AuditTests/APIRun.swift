import Foundation
import LoopbackServer
import ProgramRuns

/// A run of `osteolint api` against a server on this computer.
struct APIRun {
    private let folder: TemporaryFolder
    private let arguments: [String]

    /// The variables of all runs: no proxy, and the secret.
    static let variables = [
        "https_proxy": "", "HTTPS_PROXY": "", "http_proxy": "", "all_proxy": "", "ALL_PROXY": "",
        "OSTEOCOM_CLIENT_SECRET": APIServer.secret,
    ]

    /// Prepares a run.
    ///
    /// - Parameters:
    ///   - server: whom to call.
    ///   - authority: the path of its authority's certificate.
    ///   - arguments: further ones.
    /// - Throws: `SystemError` where there is no folder for it.
    init(_ server: LoopbackServer, authority: String, _ arguments: [String] = []) throws {
        folder = try TemporaryFolder()
        self.arguments =
            ["api", "--client-id", APIServer.client, "--environment", server.origin(), "--ca-file", authority]
            + arguments
    }

    /// Starts it, in a folder that stays until the operation is over.
    ///
    /// - Parameter operation: is given what was started, and waits for its end.
    /// - Returns: what the operation does.
    /// - Throws: what the operation throws, or where it cannot be started.
    func start<Result>(_ operation: (RunningCommand) async throws -> Result) async throws -> Result {
        let run = try Command(arguments: arguments, folder: folder.root, environment: Self.variables).start()
        defer { withExtendedLifetime(folder) {} }
        return try await operation(run)
    }

    /// Serves with a script and runs the command against it.
    ///
    /// - Parameters:
    ///   - api: who answers where the script does not.
    ///   - arguments: further ones.
    ///   - respond: answers of its own to single requests; nil for the documented one.
    /// - Returns: what came of the run, and its output, in which the server is called `SERVER`.
    /// - Throws: what starting either of them throws.
    static func outcome(
        _ api: APIServer = APIServer(), _ arguments: [String] = [],
        respond: @escaping @Sendable (ServerRequest) -> ServerStep? = { _ in nil }
    ) async throws -> (outcome: Outcome, text: String) {
        try await CertificateAuthority.trusted.withFile { authority in
            try await LoopbackServer.serving(respond: { [respond($0) ?? api.answer($0)] }) { server in
                let outcome = try await APIRun(server, authority: authority, arguments).start { try await $0.end() }
                return (outcome, outcome.output.replacing(server.origin(), with: "SERVER"))
            }
        }
    }
}
