import ProgramRuns
import AsyncHTTPClient
import Foundation
import NIOHTTP1
import Testing

@Suite("The command: ready line, errors, log, end")
struct CommandLineTests {
    /// The status and the whole output of a run that ends by itself.
    private func run(_ arguments: String..., in folder: TemporaryFolder) async throws -> (Int32, String, String) {
        let process = try SandboxProcess(arguments, in: folder)
        let output = try await process.readRest()
        return (try await process.end(), output, try process.errors())
    }

    @Test("The ready line names the origin and the authority, and nothing follows")
    func readyLine() async throws {
        let sandbox = try await Sandbox("")
        let authority = sandbox.folder.path("ca.pem")
        #expect(sandbox.readyLine == "osteocom-sandbox: listening on \(sandbox.origin) (authority: \(authority))")
        sandbox.process.send(SIGTERM)
        #expect(try await sandbox.process.readRest() == "")
        #expect(try await sandbox.process.end() == 0)
        #expect(try sandbox.process.errors() == "")
    }

    @Test("Without --ca-file nothing is written and nothing is said about it")
    func withoutAuthorityFile() async throws {
        let folder = try TemporaryFolder()
        try folder.write("scenario.yml", "")
        let process = try SandboxProcess(["--scenario", "scenario.yml"], in: folder)
        #expect(
            try await process.readLine().wholeMatch(of: /osteocom-sandbox: listening on https:\/\/localhost:[0-9]+/)
                != nil)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.root).sorted() == ["scenario.yml", "stderr"])
    }

    @Test("A port without TLS gives the same answers")
    func plain() async throws {
        let sandbox = try await Sandbox(SampleScenario.clients, arguments: ["--http-port", "0"])
        let match = try #require(
            sandbox.readyLine.firstMatch(
                of: /listening on https:\/\/localhost:[0-9]+ and (http:\/\/localhost:[0-9]+) \(/))
        let answer = try await sandbox.answer(SampleScenario.card, Asking(origin: String(match.1)))
        #expect(answer.isCard)
        #expect(answer.policies == [SampleScenario.policy])
    }

    @Test("A signal ends it with status 0, a body without an end included", arguments: [SIGTERM, SIGINT])
    func signal(_ signal: Int32) async throws {
        let sandbox = try await Sandbox(SampleScenario.behaving("drip: 1000"))
        let process = sandbox.process
        _ = try? await sandbox.ask(SampleScenario.card) { response in
            for try await _ in response.body { process.send(signal) }
        }
        #expect(try await process.end() == 0)
        #expect(try process.errors().split(separator: "\n").count == 1)
    }

    @Test("The log: a line for each answer, without anybody's id and without secrets")
    func log() async throws {
        let sandbox = try await Sandbox(SampleScenario.behaving("path: /embed/gone, status: 404"))
        let secret = "Qm7Zt0Yb2LmvT2wK9sXe"
        _ = try await sandbox.answer("/embed/course?clientId=c&productId=p&partnerUserId=\(secret)")
        _ = try await sandbox.answer("/embed/gone?partneruserid=\(secret)&clientSecret=\(secret)&\(secret)&\(secret)=1")
        _ = try await sandbox.answer("/health", Asking(method: .HEAD))
        let expected = """
            GET /embed/course?clientId=c&productId=p&partnerUserId=… 200
            GET /embed/gone?partneruserid=…&clientSecret=…&…&… 404
            HEAD /health 200

            """
        #expect(try sandbox.process.errors() == expected)
    }

    @Test("--quiet says nothing about requests")
    func quiet() async throws {
        let sandbox = try await Sandbox(SampleScenario.clients, arguments: ["--quiet"])
        #expect(try await sandbox.answer(SampleScenario.card).isCard)
        #expect(try sandbox.process.errors() == "")
    }

    @Test("A port that is taken", arguments: ["--port", "--http-port"])
    func portTaken(_ option: String) async throws {
        let sandbox = try await Sandbox("")
        let folder = try TemporaryFolder()
        try folder.write("scenario.yml", "")
        let (status, output, errors) = try await run(
            "--scenario", "scenario.yml", option, "\(sandbox.port)", in: folder)
        #expect(status == 1)
        #expect(output == "")
        let message = "port \(sandbox.port) of 127.0.0.1 is taken; choose another one, or 0 for any that is free"
        #expect(errors == "osteocom-sandbox: \(message)\n")
    }

    @Test("A wrong scenario")
    func wrongScenario() async throws {
        let folder = try TemporaryFolder()
        try folder.write("scenario.yml", "clients:\n  - id: a\n    orgins: []\n")
        let (status, output, errors) = try await run("--scenario", "scenario.yml", "--ca-file", "ca.pem", in: folder)
        #expect(status == 64)
        #expect(output == "")
        let message = "scenario.yml:3:5: unknown key `orgins` in a client (did you mean `origins`?)"
        #expect(errors == "osteocom-sandbox: \(message)\n")
        #expect(!folder.exists("ca.pem"))
    }

    @Test("A scenario that is not there, a folder, and bytes that are no text")
    func unreadable() async throws {
        let folder = try TemporaryFolder()
        try folder.write("folder/latin.yml", [0x61, 0x3A, 0x20, 0xFF])
        for (path, message) in [
            (
                "none.yml",
                "none.yml: cannot be read: No such file or directory; give a file with --scenario that can be"
            ),
            ("folder", "folder: cannot be read: Is a directory; give a file with --scenario that can be"),
            ("folder/latin.yml", "folder/latin.yml: is not UTF-8; save it as such"),
        ] {
            let (status, output, errors) = try await run("--scenario", path, in: folder)
            #expect(status == 64)
            #expect(output == "")
            #expect(errors == "osteocom-sandbox: \(message)\n")
        }
    }

    @Test("An authority that cannot be written")
    func authorityFile() async throws {
        let folder = try TemporaryFolder()
        try folder.write("scenario.yml", "")
        let (status, output, errors) = try await run(
            "--scenario", "scenario.yml", "--ca-file", "none/ca.pem", in: folder)
        #expect(status == 1)
        #expect(output == "")
        let message = "cannot write the authority's certificate to none/ca.pem: No such file or directory"
        #expect(errors == "osteocom-sandbox: \(message); choose another file with --ca-file\n")
    }

    @Test("Arguments that are wrong", arguments: [[], ["--scenario"], ["--scenario", "x", "--port", "70000"]])
    func arguments(_ arguments: [String]) async throws {
        let process = try SandboxProcess(arguments, in: try TemporaryFolder())
        #expect(try await process.readRest() == "")
        #expect(try await process.end() == 64)
        #expect(try process.errors().hasPrefix("Error: "))
    }
}
