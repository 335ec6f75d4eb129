import Foundation
import Testing
import WebURL

@testable import osteocom_sandbox

@Suite("The example's scenario")
struct ExampleScenarioTests {
    private static let examples = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Examples").standardizedFileURL

    private func scenario() throws -> Scenario {
        try ScenarioInput(path: Self.examples.appending(path: "sandbox/scenario.yml").path).read()
    }

    @Test("It knows every product of the partner's correct pages, and lists one of the two declared origins")
    func client() throws {
        let client = try #require(try scenario().clients.first { $0.id == "kT4mRZ81qLwYc0dXaB2e" })
        let origins = client.origins.map { $0.serialized }
        #expect(origins == ["https://learn.manualtherapy.example"])
        let declared = try text("partner-site/.osteolint.yml")
        #expect(declared.contains("  - https://learn.manualtherapy.example\n"))
        #expect(declared.contains("  - https://shop.manualtherapy.example\n"))
        for page in ["en/index.html", "en/pelvic-floor.html", "de/index.html"] {
            for match in try text("partner-site/\(page)").matches(of: /productId=([0-9A-Fa-f]{24})/) {
                #expect(client.products.contains { $0.id == match.1.lowercased() }, "\(match.1)")
            }
        }
    }

    @Test("It has a partner of each kind, purchases, other products and a limit")
    func kinds() throws {
        let scenario = try scenario()
        #expect(Set(scenario.clients.map { $0.integration }) == [.iframe, .api])
        #expect(scenario.clients.allSatisfy { ($0.secret?.count ?? 0) >= 24 })
        #expect(scenario.clients.contains { $0.requiresEmail })
        #expect(scenario.clients.contains { !$0.isOnline })
        #expect(scenario.purchases.count == 1)
        #expect(scenario.rateLimit == RateLimit(requests: 30, seconds: 60, retryAfter: .seconds))
        #expect(scenario.tokenSeconds == 86_400)
        let sold = Set(scenario.clients.flatMap { $0.products }.map { $0.id })
        #expect(!scenario.otherProducts.isEmpty && scenario.otherProducts.allSatisfy { !sold.contains($0.id) })
    }

    @Test("Its misbehaviours touch none of the examples' embeds")
    func behaviours() throws {
        let scenario = try scenario()
        #expect(scenario.behaviours.count >= 15)
        for product in scenario.clients.flatMap({ $0.products }) {
            let target = "/embed/course?clientId=kT4mRZ81qLwYc0dXaB2e&productId=\(product.id)&partnerUserId=u"
            let question = Question(target: target, referer: "https://learn.manualtherapy.example/")
            #expect(!scenario.behaviours.contains { $0.pattern.matches(question) })
        }
    }

    @Test("Its sites are the two examples, served under their declared hosts")
    func sites() throws {
        let sites = try scenario().sites
        #expect(
            sites.map { $0.host } == [
                "learn.manualtherapy.example", "shop.manualtherapy.example", "campus.bodywork.example",
            ])
        #expect(sites.allSatisfy { FileManager.default.fileExists(atPath: $0.folder + "/.osteolint.yml") })
    }

    private func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: Self.examples.appending(path: name)), as: UTF8.self)
    }
}
