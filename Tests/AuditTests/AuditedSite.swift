import Foundation
import ProgramRuns

/// A partner's site whose embeds point at a sandbox, and the sandbox.
struct AuditedSite {
    static let client = "kT4mRZ81qLwYc0dXaB2e"
    static let product = "66d5796a1c4b7f20e93d85ba"
    /// What logs the client in to the API.
    static let secret = "sandbox-secret-of-the-tests"
    /// A user's id, which must not come out anywhere.
    static let user = "u-planted-90817"

    let sandbox: RunningSandbox

    var folder: TemporaryFolder { sandbox.folder }
    /// The origin of the sandbox.
    var origin: String { sandbox.origin }

    /// Starts a sandbox.
    ///
    /// - Parameters:
    ///   - origins: those on the client's list.
    ///   - behaviours: items of the scenario's `behaviours`, a line each.
    ///   - more: further keys of the scenario.
    ///   - files: what has to be there when it starts.
    /// - Throws: `SystemError` where it does not start.
    init(
        listed origins: [String], behaviours: [String] = [], more: String = "", files: [String: String] = [:]
    ) async throws {
        var scenario = """
            clients:
              - id: \(Self.client)
                secret: \(Self.secret)
                origins: [\(origins.joined(separator: ", "))]
                products: [{ id: \(Self.product), title: Course }]

            """
        if !behaviours.isEmpty { scenario += "behaviours:\n" + behaviours.map { "  - \($0)\n" }.joined() }
        sandbox = try await RunningSandbox(scenario: scenario + more, files: files)
    }

    /// The port that the sandbox listens on.
    var port: String { origin.split(separator: ":").last.map(String.init) ?? "" }

    /// The URL of an embed below `/embed/`.
    func embed(_ path: String, user: String = Self.user) -> String {
        "\(origin)/embed/\(path)?clientId=\(Self.client)&productId=\(Self.product)&partnerUserId=\(user)"
    }

    /// Writes a page with embeds of these paths, in order, and no other fault.
    func write(_ name: String, embeds paths: [String]) throws {
        let frames = paths.map { path in
            let source = embed(path, user: "\(Self.user)-\(path)").replacing("&", with: "&amp;")
            return #"<iframe title="Course" src="\#(source)"></iframe>"#
        }
        try folder.write(
            "site/\(name)", "<!DOCTYPE html>\n<title>Course</title>\n" + frames.joined(separator: "\n") + "\n")
    }

    /// Writes the configuration, with these origins declared from line 3 on.
    func declare(_ origins: [String]) throws {
        let list = origins.isEmpty ? "" : "origins:\n" + origins.map { "  - \($0)\n" }.joined()
        let rest =
            "environment: { name: sandbox, origin: '\(origin)' }\nrendering: snapshot\nclientId: \(Self.client)\n"
        try folder.write("site/.osteolint.yml", "# The site.\n" + list + rest)
    }

    /// Runs `osteolint audit` in the site.
    func audit(_ arguments: String..., environment: [String: String] = [:]) async throws -> Outcome {
        try await command(arguments, environment: environment).run()
    }

    /// The run of `osteolint audit` in the site, to be started.
    func command(_ arguments: [String], environment: [String: String] = [:]) -> Command {
        sandbox.osteolint("audit", ["--format", "json"] + arguments, in: "site", environment: environment)
    }

    /// The paths that the sandbox was asked for, in order, without their queries; without those of product-status.
    func askedPaths() throws -> [String] {
        try sandbox.requests().filter { $0.method == "GET" }.map { String($0.target.prefix { $0 != "?" }) }
            .filter { !$0.hasPrefix("/api2/") }
    }
}
