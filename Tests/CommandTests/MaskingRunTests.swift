import ProgramRuns
import ReportSchema
import Testing

@Suite("Users' ids and secrets stay out of whatever a run writes")
struct MaskingRunTests {
    private static let user = "maria.rossi-7731"
    private static let secret = "hG72kLs91QzPv04tXb"

    /// A user's id and a secret in all the places where a page may have them.
    private static let page = SamplePage.page(
        """
        \(SamplePage.embed("\(SamplePage.client)&amp;\(SamplePage.product)&amp;partnerUserId=\(user)"))
        \(SamplePage.embed("\(SamplePage.client)&amp;\(SamplePage.product)&amp;partnerUserId=\(user)"))
        \(SamplePage.embed("\(SamplePage.client)&amp;productId=7&amp;partnerUserId=\(user)%40clinic.example"))
        \(SamplePage.embed("\(SamplePage.client)&amp;\(SamplePage.product)&amp;partner_user_id=\(user)"))
        \(SamplePage.embed("\(SamplePage.client)&amp;\(SamplePage.product)&amp;userId=\(user)&amp;clientSecret=\(secret)"))
        <p>Signed in as \(user)</p> \(SamplePage.embed("\(SamplePage.product)&amp;partnerUserId=\(user)"))
        <!-- \(SamplePage.embed("\(SamplePage.client)&amp;\(SamplePage.product)&amp;partnerUserId=\(user)")) -->
        <iframe data-src="https://www.osteocom.me/embed/x?\(SamplePage.client)&amp;partnerUserId=\(user)"></iframe>
        """)

    private func run(_ arguments: String...) async throws -> (outcome: Outcome, written: String) {
        let folder = try TemporaryFolder()
        try folder.write("page.html", Self.page)
        let formats = ["--format", "json", "--format", "text=report.txt", "--format", "json=report.json"]
        let outcome = try await Command(arguments: formats + arguments, folder: folder.root).run()
        let files = try folder.text("report.txt") + folder.text("report.json")
        return (outcome, outcome.output + outcome.errors + files)
    }

    @Test("Masked in every format, columns kept")
    func masked() async throws {
        let (outcome, written) = try await run()
        #expect(!written.contains(Self.user))
        #expect(!written.contains(Self.secret))
        let report = try outcome.report()
        let stars = String(repeating: "*", count: Self.user.count)
        #expect(report["embeds"][0]["partnerUserId"].text == stars)
        #expect(report["embeds"][0]["src"].text?.hasSuffix("partnerUserId=\(stars)") == true)
        #expect(report["embeds"].items.count == 8)
        let found = Set(try outcome.rules())
        #expect(found.isSuperset(of: ["secret-in-embed-url", "product-id-malformed", "parameter-misspelled"]))
        let lines = Self.page.split(separator: "\n", omittingEmptySubsequences: false)
        for finding in report["findings"].items {
            let line = try #require(finding["line"].integer)
            #expect(finding["snippet"].text?.count == lines[line - 1].count)
        }
        #expect(outcome.errors.isEmpty)
    }

    @Test("--reveal shows users' ids and says so, and cuts secrets all the same")
    func revealed() async throws {
        let (outcome, written) = try await run("--reveal")
        #expect(written.contains(Self.user))
        #expect(!written.contains(Self.secret))
        #expect(try outcome.report()["embeds"][0]["partnerUserId"].text == Self.user)
        #expect(outcome.errors == "osteolint: --reveal: the report shows users' ids in clear\n")
    }

    @Test("inspect shows what it is given")
    func inspected() async throws {
        let folder = try TemporaryFolder()
        try folder.write("page.html", Self.page)
        #expect(try await folder.osteolint("inspect", "page.html").output.contains(Self.user))
        #expect(try await folder.osteolint("inspect", "page.html", "--format=json").output.contains(Self.user))
    }
}
