import Foundation
import OsteocomAPI
import Synchronization
import Testing

@testable import osteocom_sandbox

@Suite("The API's clock")
struct APIExpiryTests {
    /// A clock that a test moves.
    private final class Clock: Sendable {
        private let date = Mutex(Date(timeIntervalSince1970: 1_800_000_000.75))

        var now: Date { date.withLock { $0 } }

        func advance(by seconds: Double) { date.withLock { $0 += seconds } }
    }

    private func api(_ clock: Clock, _ scenario: String = APISample.scenario) async throws -> PartnerAPI {
        let scenario = try ScenarioFile.reading(scenario)
        let state = SandboxState(purchases: scenario.purchases) { clock.now }
        return PartnerAPI(scenario, state, await Tokens(signingKey: state.signingKey)) { clock.now }
    }

    private func login(_ api: PartnerAPI) async throws -> String {
        let request = LoginRequest(clientId: APISample.client, clientSecret: APISample.secret)
        let answer = await api.answer(.login, authorization: nil, body: try JSONEncoder().encode(request))
        return "Bearer " + (try JSONDecoder().decode(LoginAnswer.self, from: answer.json).token)
    }

    private func status(_ api: PartnerAPI, _ authorization: String) async throws -> Int {
        let request = CatalogRequest(clientId: APISample.client)
        return await api.answer(.catalog, authorization: authorization, body: try JSONEncoder().encode(request)).status
    }

    @Test("A bearer token lives for a day, to the second, or for what the scenario says", arguments: [nil, 60])
    func lifetime(_ seconds: Int?) async throws {
        let clock = Clock()
        let api = try await api(clock, APISample.scenario + (seconds.map { "tokenSeconds: \($0)\n" } ?? ""))
        let token = try await login(api)
        clock.advance(by: Double(seconds ?? 86_400) - 1)
        #expect(try await status(api, token) == 200)
        clock.advance(by: 1)
        #expect(try await status(api, token) == 401)
        #expect(try await status(api, try await login(api)) == 200)
    }

    @Test("Cancelling again gives the first date, in whole seconds; after a new purchase it is another one")
    func cancellation() async throws {
        let clock = Clock()
        let api = try await api(clock)
        let token = try await login(api)
        func cancel() async throws -> String {
            let request = RevocationRequest(
                clientId: APISample.client, channelId: APISample.otherProduct, userId: "owner")
            let answer = await api.answer(
                .revocateActivation, authorization: token, body: try JSONEncoder().encode(request))
            return try JSONDecoder().decode(RevocationAnswer.self, from: answer.json).cancellationDate
        }
        #expect(try await cancel() == "2027-01-15T08:00:00Z")
        clock.advance(by: 10)
        #expect(try await cancel() == "2027-01-15T08:00:00Z")
        #expect(!api.state.isActive(APISample.otherProduct, for: "owner", of: APISample.client))
        api.state.activate(APISample.otherProduct, price: 5, for: "owner", of: APISample.client)
        #expect(api.state.isActive(APISample.otherProduct, for: "owner", of: APISample.client))
        #expect(try await cancel() == "2027-01-15T08:00:10Z")
    }
}
