import Foundation
import ProgramRuns
import ReportSchema
import Testing

@Suite("osteolint status")
struct StatusCommandTests {
    private typealias Scenario = StatusScenario

    @Test(
        "Each documented status gets its verdict and its rule",
        arguments: [
            (Scenario.client, Scenario.product, Scenario.user, "Ok", "available", nil),
            (Scenario.client, Scenario.product, Scenario.owner, "AlreadyOwned", "purchased", nil),
            (Scenario.client, "no-object-id", Scenario.user, "InvalidInput", "unavailable", "status-invalid-input"),
            (
                Scenario.unknownClient, Scenario.product, Scenario.user, "InvalidClient", "unavailable",
                "status-invalid-client"
            ),
            (
                Scenario.offlineClient, Scenario.product, Scenario.user, "InvalidClient", "unavailable",
                "status-invalid-client"
            ),
            (
                Scenario.apiClient, Scenario.product, Scenario.user, "IntegrationMismatch", "unavailable",
                "status-integration-mismatch"
            ),
            (
                Scenario.client, Scenario.missingProduct, Scenario.user, "ProductNotFound", "unavailable",
                "status-product-not-found"
            ),
            (
                Scenario.client, Scenario.unlistedProduct, Scenario.user, "ProductNotInCatalog", "unavailable",
                "status-product-not-in-catalog"
            ),
        ] as [(String, String, String, String, String, String?)])
    func statuses(
        _ client: String, _ product: String, _ user: String, _ status: String, _ card: String, _ rule: String?
    ) async throws {
        let sandbox = try await RunningSandbox(scenario: Scenario.text())
        let url = Scenario.embed(sandbox.origin, client: client, product: product, user: user)
        let outcome = try await sandbox.osteolint("status", ["--format", "json", url]).run()
        let report = try outcome.report()
        #expect(outcome.status == (rule == nil ? 0 : 1), "\(outcome.errors)")
        #expect(report["command"].text == "status")
        let entry = report["statuses"][0]
        #expect(entry["status"].text == status)
        #expect(entry["card"].text == card)
        #expect(entry["verdict"].text == (rule == nil ? "pass" : "fail"))
        #expect(entry["attempts"] == .integer(1))
        #expect(entry["reason"] == .null)
        #expect(try outcome.rules() == [rule].compactMap(\.self))
        #expect(report["findings"].items.allSatisfy { $0["path"] == .null && $0["line"] == .null })
        #expect(!outcome.output.contains(user))
    }

    @Test("The same question is asked once, in the order of the arguments")
    func once() async throws {
        let sandbox = try await RunningSandbox(scenario: Scenario.text())
        let urls = [
            Scenario.embed(sandbox.origin), Scenario.embed(sandbox.origin, product: Scenario.otherProduct),
            Scenario.embed(sandbox.origin) + "#here",
        ]
        let outcome = try await sandbox.osteolint("status", ["--format", "json"] + urls).run()
        #expect(outcome.status == 0)
        #expect(try outcome.report()["statuses"].items.count == 2)
        #expect(try sandbox.statusRequests() == 2)
    }

    @Test("What is told to ask is asked, whatever is missing")
    func missing() async throws {
        let sandbox = try await RunningSandbox(scenario: Scenario.text())
        let outcome = try await sandbox.osteolint("status", ["\(sandbox.origin)/embed/course"]).run()
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("status-invalid-input"))
        #expect(try sandbox.statusRequests() == 1)
    }

    @Test("Another user's id can be asked with")
    func statusUser() async throws {
        let sandbox = try await RunningSandbox(scenario: Scenario.text())
        let outcome = try await sandbox.osteolint(
            "status", ["--format", "json", "--status-user", Scenario.owner, Scenario.embed(sandbox.origin)]
        ).run()
        #expect(try outcome.report()["statuses"][0]["status"].text == "AlreadyOwned")
        #expect(!outcome.output.contains(Scenario.owner) && !outcome.output.contains(Scenario.user))
    }

    @Test("A status that is not documented is a note, newer than this osteolint")
    func unknown() async throws {
        let behaviour = """
            behaviours:
              - path: /api2/*
                status: 200
                body: '{"status": "ComingSoon", "since": 1}'
            """
        let sandbox = try await RunningSandbox(scenario: Scenario.text(behaviour))
        let outcome = try await sandbox.osteolint("status", ["--format", "json", Scenario.embed(sandbox.origin)]).run()
        #expect(outcome.status == 0)
        #expect(try outcome.rules() == ["status-unknown"])
        #expect(try outcome.report()["findings"][0]["severity"].text == "note")
        #expect(try outcome.report()["statuses"][0]["status"].text == "ComingSoon")
        #expect(try outcome.report()["statuses"][0]["card"] == .null)
    }

    @Test(
        "An answer that is not the documented JSON is inconclusive",
        arguments: [
            ("body: '<!DOCTYPE html><title>Sign in</title>'", "not-documented"),
            ("body: '{\"status\": 7}'", "not-documented"),
            ("body: '[]'", "not-documented"),
            ("emptyBody: true", "empty-answer"),
            ("firewallPage: true", "not-the-embed"),
            ("status: 503", "server-error"),
            ("status: 403", "forbidden"),
            ("redirect: 'https://elsewhere.example/'", "redirect"),
        ])
    func undocumented(_ behaviour: String, _ reason: String) async throws {
        let sandbox = try await RunningSandbox(
            scenario: Scenario.text("behaviours:\n  - path: /api2/*\n    \(behaviour)\n"))
        let outcome = try await sandbox.osteolint(
            "status", ["--format", "json", "--max-wait", "0", Scenario.embed(sandbox.origin)]
        ).run()
        let report = try outcome.report()
        #expect(outcome.status == 2)
        #expect(report["statuses"][0]["verdict"].text == "inconclusive")
        #expect(report["statuses"][0]["reason"].text == reason)
        #expect(report["failures"].items.map { $0["reason"].text } == [reason])
        #expect(try outcome.rules() == [])
    }

    @Test(
        "Arguments that make no sense are refused before anything is asked",
        arguments: [
            ([], "Missing expected argument"),
            (["www.osteocom.me/embed/x"], "is no URL of an embed"),
            (["ftp://www.osteocom.me/embed/x"], "is no URL of an embed"),
            (["http://www.osteocom.me/embed/x"], "http://www.osteocom.me is not asked: it is none of"),
            (["https://www.osteocom.evil.example/embed/x"], "is not asked: it is none of Osteocom's servers"),
            (["https://user:pw@www.osteocom.me/embed/x"], "user information"),
            (["https://www.osteocom.me/embed/x?clientSecret=abcdefghijklmnop"], "a URL with a secret in it"),
            (["--max-requests=-1", "https://www.osteocom.me/embed/x"], "--max-requests takes a number"),
            (["--max-wait=-1", "https://www.osteocom.me/embed/x"], "--max-wait takes seconds"),
            (["--burst", "0", "https://www.osteocom.me/embed/x"], "--burst takes"),
            (["--requests-per-minute", "0", "https://www.osteocom.me/embed/x"], "--requests-per-minute takes"),
            (["--status-user", "", "https://www.osteocom.me/embed/x"], "--status-user takes an id"),
            (["--resume", "a", "--cache", "a", "https://www.osteocom.me/embed/x"], "name the same file"),
        ])
    func refused(_ arguments: [String], _ message: String) async throws {
        let folder = try TemporaryFolder()
        let outcome = try await Command(arguments: ["status"] + arguments, folder: folder.root).run()
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(!outcome.errors.contains("pw@") && !outcome.errors.contains("abcdefghijklmnop"))
    }
}
