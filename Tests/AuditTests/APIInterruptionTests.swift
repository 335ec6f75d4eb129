import Foundation
import LoopbackServer
import ProgramRuns
import ReportSchema
import Testing

@Suite("osteolint api: an interruption")
struct APIInterruptionTests {
    /// Runs the command, interrupts it while a call is held, and then does what is told.
    private func interrupted(
        at isHeld: @escaping @Sendable (ServerRequest) -> Bool, _ api: APIServer,
        steps: @escaping @Sendable (ServerRequest) -> [ServerStep],
        afterwards: () -> Void = {}
    ) async throws -> Outcome {
        let isWaiting = Gate()
        return try await CertificateAuthority.trusted.withFile { authority in
            try await LoopbackServer.serving(respond: { request in
                guard isHeld(request) else { return [api.answer(request)] }
                isWaiting.open()
                return steps(request)
            }) { server in
                let arguments = ["--timeout", "900", "--format", "json"]
                return try await APIRun(server, authority: authority, arguments).start { run in
                    await isWaiting.wait()
                    run.send(SIGINT)
                    afterwards()
                    return try await run.end()
                }
            }
        }
    }

    @Test("Interrupted while it waits for a video, it revokes and writes what it knows")
    func waitingForVideo() async throws {
        let api = APIServer()
        let outcome = try await interrupted(at: { $0.target.hasSuffix("videoAccess") }, api, steps: { _ in [.hold] })
        #expect(outcome.status == 130)
        #expect(api.calls.last == "revocateActivation")
        #expect(api.holders == [])
        let report = try JSONValue(outcome.data)
        #expect(try JSONSchema.ofAPIWalks().faults(in: report) == [])
        #expect(report["verdict"].text == "inconclusive")
        #expect(report["exitStatus"].integer == 130)
        #expect(
            report["calls"].items.suffix(5).map { $0["got"].text } == [
                "no answer: interrupted", "not made: interrupted", "not made: interrupted", "200",
                "not made: interrupted",
            ])
        #expect(outcome.errors.contains("is being taken back from the throw-away user `osteolint-"))
    }

    @Test("Interrupted while an authorization is under way, it waits for the answer, and then revokes")
    func waitingForAuthorization() async throws {
        let api = APIServer()
        let goesOn = Gate()
        let outcome = try await interrupted(
            at: { $0.target.hasSuffix("Authorization") && !String(decoding: $0.body, as: UTF8.self).contains("email") },
            api,
            steps: { [.wait(goesOn), api.answer($0)] },
            afterwards: { goesOn.open() })
        #expect(outcome.status == 130)
        #expect(api.holders == [])
        #expect(api.calls.suffix(2) == ["contentAccessAuthorization", "revocateActivation"])
        #expect(try JSONValue(outcome.data)["unrevoked"] == .null)
    }

    @Test("Interrupted before anything was authorised, it ends at once")
    func waitingForCatalogue() async throws {
        let api = APIServer()
        let outcome = try await interrupted(at: { $0.target.hasSuffix("catalog") }, api, steps: { _ in [.hold] })
        #expect(outcome.status == 130)
        #expect(api.calls == ["login", "login"])
        #expect(outcome.errors == "")
    }
}
