import LoopbackServer
import ProgramRuns
import Testing

@Suite("osteolint api: what it refuses")
struct APIRefusalTests {
    private let refusal =
        "osteolint: this is production, and a walk through the API records a purchase there and takes it back"

    private func run(
        _ arguments: [String], configuration: String? = nil, secret: String? = APIServer.secret
    ) async throws -> Outcome {
        let folder = try TemporaryFolder()
        if let configuration { try folder.write(".osteolint.yml", configuration) }
        // A proxy that nobody is at: whatever is asked by mistake does not leave this computer.
        var variables = ["https_proxy": "http://127.0.0.1:9"]
        variables["OSTEOCOM_CLIENT_SECRET"] = secret ?? ""
        return try await Command(
            arguments: ["api", "--client-id", "c1"] + arguments, folder: folder.root, environment: variables
        ).run()
    }

    @Test(
        "Production, however it is spelled",
        arguments: [
            ["--environment", "production"], ["--i-know-this-writes", "--environment", "https://www.osteocom.me"],
            ["--environment", "https://osteocom.me/", "--i-know-this-writes"],
            ["--environment", "HTTPS://WWW.OSTEOCOM.ME:443"], ["--environment", "https://www.osteocom.me:8443"],
            ["--environment", "https://www.osteocom.me."], ["--environment", "https://www%2Eosteocom.me"],
            ["--environment", "https://ｏｓｔｅｏｃｏｍ.me"], ["--environment", "https:\\\\osteocom.me"],
            ["--environment", "http://osteocom.me"], ["--environment", "https://api.osteocom.me"],
        ])
    func production(_ arguments: [String]) async throws {
        let outcome = try await run(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix(refusal))
        #expect(outcome.errors.contains("--environment production and --i-know-this-writes"))
        #expect(outcome.output == "")
    }

    @Test(
        "Production, however the configuration spells it",
        arguments: [
            "production", "{ name: x, origin: 'https://www.osteocom.me' }",
            "{ name: x, origin: 'https://OSTEOCOM.me' }",
        ])
    func configured(_ environment: String) async throws {
        for arguments in [[], ["--i-know-this-writes"]] {
            let outcome = try await run(arguments, configuration: "environment: \(environment)\n")
            #expect(outcome.status == 64)
            #expect(outcome.errors.hasPrefix(refusal))
        }
    }

    @Test("Production with both words is called; here nobody answers in its place")
    func knowing() async throws {
        let outcome = try await run(["--environment", "production", "--i-know-this-writes", "--timeout", "5"])
        #expect(outcome.status == 2)
        #expect(outcome.output.hasPrefix("The API of production, https://www.osteocom.me\n"))
    }

    @Test("Test is the default, beside a configuration for production it has to be said")
    func test() async throws {
        for (arguments, configuration) in [([], nil), (["--environment", "test"], "environment: production\n")] {
            let outcome = try await run(arguments + ["--timeout", "5"], configuration: configuration)
            #expect(outcome.status == 2)
            #expect(outcome.output.hasPrefix("The API of test, https://test.osteocom.me\n"))
        }
    }

    @Test(
        "A secret that is missing or cannot be right is told without being shown",
        arguments: [nil, "", " ", "S3cret-planted 4711", "S3cret-planted-4711\n", "S3cret-planted\u{1}"])
    func secret(_ secret: String?) async throws {
        let outcome = try await run([], secret: secret)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("OSTEOCOM_CLIENT_SECRET"))
        #expect(!outcome.errors.contains("planted"))
        #expect(outcome.output == "")
    }

    private static let others: [([String], String)] = [
        (
            ["--environment", "http://lms.partner.com"],
            "osteolint: the environment http://lms.partner.com is not https"
        ),
        (
            ["--environment", "http://127.0.0.1.nip.io"],
            "osteolint: the environment http://127.0.0.1.nip.io is not https"
        ),
        (["--environment", "prod"], "osteolint: --environment: `prod` is none; write test, production, or an origin"),
        (["--environment", "https://x.example/path"], "osteolint: --environment: `https://x.example/path` is none"),
        (["--environment", "https://x.example?a"], "osteolint: --environment:"),
        (["--environment", "https://user:hidden-word@x.example"], "osteolint: --environment:"),
        (["--environment", "ftp://x.example"], "osteolint: the environment ftp://x.example is not https"),
        (["--environment", ""], "osteolint: --environment:"),
        (["--ca-file", "gone.pem"], "osteolint: --ca-file gone.pem: no PEM certificates"),
        (["--format", "html"], "Error: The value 'html' is invalid"),
        (["--timeout", "0"], "Error: --timeout takes seconds"),
        (["--client-id", ""], "osteolint: no client id; give --client-id"),
        (["somewhere"], "Error: Unexpected argument 'somewhere'"),
    ]

    @Test("Arguments that are none", arguments: others)
    func arguments(_ arguments: [String], _ message: String) async throws {
        let outcome = try await run(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix(message))
        #expect(!outcome.errors.contains("hidden-word"))
        #expect(outcome.output == "")
    }

    @Test("Plain http is taken on this computer, and the client from the configuration")
    func plain() async throws {
        let api = APIServer()
        try await LoopbackServer.serving(.plain, respond: { [api.answer($0)] }) { server in
            let folder = try TemporaryFolder()
            try folder.write(
                ".osteolint.yml",
                "clientId: \(APIServer.client)\nenvironment: { name: mine, origin: '\(server.origin())' }\n")
            let outcome = try await Command(
                arguments: ["api"], folder: folder.root, environment: APIRun.variables
            ).run()
            #expect(outcome.status == 0)
            #expect(outcome.output.hasPrefix("The API of mine, \(server.origin())\n"))
        }
    }
}
