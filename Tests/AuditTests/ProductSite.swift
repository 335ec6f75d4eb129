import ProgramRuns
import ReportSchema
import Testing

/// A partner's site whose embeds point at a sandbox that knows products and purchases.
struct ProductSite {
    let sandbox: RunningSandbox

    /// Starts the sandbox and writes the site's configuration.
    ///
    /// - Parameters:
    ///   - more: further keys of the scenario.
    ///   - configuration: further lines of the configuration.
    /// - Throws: `SystemError` where it does not start.
    init(_ more: String = "", configuration: String = "") async throws {
        sandbox = try await RunningSandbox(scenario: StatusScenario.text(more))
        try sandbox.folder.write(
            "site/.osteolint.yml",
            """
            environment: { name: sandbox, origin: '\(sandbox.origin)' }
            origins: ['https://lms.partner.example']
            rendering: snapshot
            \(configuration)

            """)
    }

    /// Writes a page with one embed a line from line 2 on.
    func write(_ name: String, _ urls: [String]) throws {
        let frames = urls.map { #"<iframe title="Course" src="\#($0.replacing("&", with: "&amp;"))"></iframe>"# }
        try sandbox.folder.write(
            "site/\(name)", "<!DOCTYPE html><title>Course</title>\n" + frames.joined(separator: "\n") + "\n")
    }

    /// Writes a page with an embed of each product.
    func write(_ name: String, products: [String]) throws {
        try write(name, products.map { StatusScenario.embed(sandbox.origin, product: $0) })
    }

    /// Runs `osteolint audit` in the site.
    func audit(_ arguments: String..., environment: [String: String] = [:]) async throws -> Outcome {
        try await command(arguments, environment: environment).run()
    }

    /// The run of `osteolint audit` in the site, to be started.
    func command(_ arguments: [String], environment: [String: String] = [:]) -> Command {
        sandbox.osteolint(
            "audit", ["--format", "json"] + arguments + ["."], in: "site", environment: environment)
    }

    /// The text of a file in the site.
    func text(_ name: String) throws -> String { try sandbox.folder.text("site/" + name) }
}

extension Outcome {
    /// The values of a member of each status.
    func statuses(_ member: String = "status") throws -> [String] {
        try report()["statuses"].items.map { $0[member].text ?? "null" }
    }

    /// The reasons of what was skipped.
    func skipReasons() throws -> [String] { try report()["skipped"].items.compactMap { $0["reason"].text } }
}
