import ProgramRuns
import ReportSchema
import Testing

@Suite("osteolint audit: the catalogue")
struct AuditCatalogueTests {
    private typealias Scenario = StatusScenario

    private let credentials = ["OSTEOCOM_CLIENT_SECRET": StatusScenario.secret]
    /// One digit beside `Scenario.otherProduct`.
    private let mistyped = "61a8c3f04d2b9e7735c10f6b"

    @Test("With a secret, products are looked up in the catalogue, and one of each client is still asked about")
    func live() async throws {
        let site = try await ProductSite()
        try site.write("a.html", products: [Scenario.product, mistyped, Scenario.missingProduct])
        let outcome = try await site.audit(environment: credentials)
        #expect(outcome.status == 1)
        #expect(try outcome.rules() == ["product-not-in-catalogue", "product-not-in-catalogue"])
        #expect(try outcome.statuses() == ["Ok"])
        #expect(try outcome.skipReasons() == ["known-from-catalogue", "known-from-catalogue"])
        #expect(try site.sandbox.statusRequests() == 1)
        let help = try outcome.report()["findings"][0]["help"].text ?? ""
        #expect(help.contains(Scenario.otherProduct) && help.contains("The neck"))
        let catalogue = try outcome.report()["catalogue"]
        #expect(catalogue["source"].text == "api")
        #expect(catalogue["channels"] == .integer(2))
        #expect(catalogue["notEmbedded"].items.map { $0["idChannel"].text } == [Scenario.otherProduct])
        #expect(!outcome.output.contains(Scenario.secret))
    }

    @Test("A client that is offline shows although its products are in a saved catalogue")
    func offlineClient() async throws {
        let site = try await ProductSite()
        try site.write("a.html", [Scenario.embed(site.sandbox.origin, client: Scenario.offlineClient)])
        try site.sandbox.folder.write("site/catalogue.json", savedCatalogue([Scenario.product]))
        let outcome = try await site.audit("--catalog", "catalogue.json")
        #expect(try outcome.rules() == ["status-invalid-client"])
    }

    @Test("Credentials that are refused are no clean bill of health; the products are asked about all the same")
    func refused() async throws {
        let site = try await ProductSite()
        try site.write("a.html", products: [Scenario.product, Scenario.otherProduct])
        let wrong = "planted-wrong-Secret-987654321"
        let outcome = try await site.audit(environment: ["OSTEOCOM_CLIENT_SECRET": wrong])
        #expect(outcome.status == 2)
        #expect(try outcome.report()["failures"].items.map { $0["reason"].text } == ["no-catalogue"])
        #expect(try outcome.statuses() == ["Ok", "Ok"])
        #expect(!outcome.output.contains(wrong) && !outcome.errors.contains(wrong))
    }

    @Test("Embeds of several clients leave open whose catalogue it is, until the configuration says so")
    func ambiguous() async throws {
        let site = try await ProductSite()
        let url = Scenario.embed(site.sandbox.origin)
        try site.write("a.html", [url, url.replacing(Scenario.client, with: Scenario.unknownClient)])
        let open = try await site.audit(environment: credentials)
        #expect(try open.report()["failures"].items.map { $0["reason"].text } == ["no-catalogue"])
        let said = try await site.audit("--client-id", Scenario.client, environment: credentials)
        #expect(try said.report()["failures"].items.count == 0)
        #expect(try said.rules().sorted() == ["client-id-mismatch", "status-invalid-client"])
    }

    @Test("A secret that cannot be one is refused without being shown", arguments: ["two words", "tab\tinside"])
    func oddSecret(_ secret: String) async throws {
        let site = try await ProductSite()
        try site.write("a.html", products: [Scenario.product])
        let outcome = try await site.audit(environment: ["OSTEOCOM_CLIENT_SECRET": secret])
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("OSTEOCOM_CLIENT_SECRET") && !outcome.errors.contains(secret))
    }

    @Test("Offline, check takes a saved catalogue and asks nobody")
    func offline() async throws {
        let site = try await ProductSite()
        try site.write("a.html", products: [Scenario.product, mistyped])
        try site.sandbox.folder.write("site/catalogue.json", savedCatalogue([Scenario.product, Scenario.otherProduct]))
        let outcome = try await Command(
            arguments: ["check", "--format", "json", "--catalog", "catalogue.json", "."],
            folder: site.sandbox.folder.path("site")
        ).run()
        #expect(outcome.status == 1)
        #expect(try outcome.rules() == ["product-not-in-catalogue"])
        #expect(try outcome.report()["findings"][0]["line"] == .integer(3))
        #expect(try outcome.report()["catalogue"]["source"].text == "file")
        #expect(try site.sandbox.requests().isEmpty)
    }

    @Test(
        "A saved catalogue that is none is refused, with what is wrong",
        arguments: ["", "<!DOCTYPE html>", "{\"catalogue\": []}", "{\"catalog\": [{\"title\": \"The neck\"}]}"])
    func noCatalogue(_ text: String) async throws {
        let site = try await ProductSite()
        try site.write("a.html", products: [Scenario.product])
        try site.sandbox.folder.write("site/catalogue.json", text)
        let outcome = try await site.audit("--catalog", "catalogue.json")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("catalogue.json: "), "\(outcome.errors)")
    }

    private func savedCatalogue(_ ids: [String]) -> String {
        let channels = ids.map { "{\"idChannel\": \"\($0)\", \"title\": \"Course \($0.prefix(4))\"}" }
        return "{\"catalog\": [\(channels.joined(separator: ", "))]}"
    }
}
