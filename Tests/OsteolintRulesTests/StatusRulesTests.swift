import OsteolintCore
import OsteolintRules
import Testing
import WebURL

@Suite("Status rules")
struct StatusRulesTests {
    private static let client = "kT4mRZ81qLwYc0dXaB2e"
    private static let product = "66d579675f2a4b8c9df15e43"
    private static let user = "u-planted-48213"

    private static func iframe(
        client: String = client, product: String = product, user: String = user, title: String = "Course"
    ) -> String {
        let query = "clientId=\(client)&amp;productId=\(product)&amp;partnerUserId=\(user)"
        return #"<iframe title="\#(title)" src="https://www.osteocom.me/embed/course?\#(query)"></iframe>"#
    }

    private func embeds(_ pages: [String]) throws -> [Embed] {
        try pages.enumerated().flatMap { index, markup in
            try MarkedPage(markup).read(as: "page-\(index + 1).html", under: Configuration()).embeds
        }
    }

    private func findings(
        _ audit: StatusAudit, configuration: Configuration = Configuration(), reveals: Bool = false
    ) -> [Finding] {
        Linter(rules: RuleRegistry.all, configuration: configuration, masking: Masking(reveals: reveals))
            .lintStatuses(audit)
    }

    private func findings(_ word: String, _ pages: String..., catalogue: Catalogue? = nil) throws -> [Finding] {
        findings(SampleStatuses(embeds: try embeds(pages), catalogue: catalogue) { _ in word }.audit)
    }

    private func catalogue(_ channels: (String, String)..., source: Catalogue.Source = .api) -> Catalogue {
        Catalogue(
            clientID: Self.client, channels: channels.map { Catalogue.Channel(id: $0.0, title: $0.1) }, source: source)
    }

    @Test(
        "Each documented fault is one error that says what visitors see and what to send, but no user",
        arguments: StatusCode.allCases.filter { $0.card == .unavailable })
    func faults(_ code: StatusCode) throws {
        let found = try findings(code.rawValue, Self.iframe())
        #expect(found.count == 1)
        let finding = try #require(found.first)
        #expect(finding.severity == .error)
        #expect(finding.message.contains(code.rawValue))
        #expect(finding.message.contains(#"visitors see "Content unavailable""#))
        let help = try #require(finding.help)
        #expect(help.contains("https://www.osteocom.me"))
        #expect(help.contains("without any partnerUserId"))
        #expect(help.contains("Osteocom support") || help.contains("your Osteocom contact"))
        #expect(finding.embed == 0)
        #expect(finding.snippet?.text.contains(Self.client) == true)
        #expect(!"\(finding)".contains(Self.user))
    }

    @Test("A card that is shown is no finding", arguments: ["Ok", "AlreadyOwned"])
    func shown(_ word: String) throws {
        #expect(try findings(word, Self.iframe()) == [])
    }

    @Test("What is not known is no finding")
    func inconclusive() throws {
        let asked = SampleStatuses(embeds: try embeds([Self.iframe()])) { _ in "Ok" }.audit
        let statuses = asked.statuses.map {
            ProductStatus(target: $0.target, outcome: .inconclusive(.rateLimited(retryAfter: nil)), attempts: 3)
        }
        #expect(findings(StatusAudit(statuses: statuses, embeds: asked.embeds)) == [])
    }

    @Test("The client's fault is told in the client's words")
    func client() throws {
        let found = try findings("InvalidClient", Self.iframe())
        #expect(
            found.map(\.message) == [
                "Osteocom does not know client `kT4mRZ81qLwYc0dXaB2e` at https://www.osteocom.me, or has it offline "
                    + #"(InvalidClient): visitors see "Content unavailable""#
            ])
        #expect(
            found.first?.help
                == "compare it with the clientId that Osteocom gave you for this environment; if it is the same, send "
                + "Osteocom support clientId `kT4mRZ81qLwYc0dXaB2e`, https://www.osteocom.me and the address of the "
                + "page, without any partnerUserId")
    }

    @Test("The same question on several pages is one finding; the others are further places")
    func related() throws {
        let found = try findings("ProductNotFound", Self.iframe(), "<p>" + Self.iframe(), "<p>")
        #expect(found.count == 1)
        #expect(found.first?.place?.path == "page-1.html")
        #expect(found.first?.related.map(\.path) == ["page-2.html"])
        #expect(found.first?.related.first?.range?.start.line == 1)
    }

    @Test("Of 250 embeds of one client, all findings have the same words")
    func manyEmbeds() throws {
        let pages = (0..<250).map { number in
            Self.iframe(product: "66d579675f2a4b8c9df15\(100 + number)", user: "u-planted-\(number)")
        }
        let audit = SampleStatuses(embeds: try embeds(pages)) { _ in "IntegrationMismatch" }.audit
        let found = findings(audit)
        #expect(found.count == 250)
        #expect(Set(found.map(\.message)).count == 1)
        #expect(Set(found.map(\.help)).count == 1)
        #expect(Set(found.map(\.fault)).count == 250)
        #expect(found.allSatisfy { !$0.isInMarkup })
    }

    @Test("A URL that was an argument has a finding without a place")
    func argument() throws {
        let url = try embeds([Self.iframe()])[0].url
        let target = StatusTarget(question: StatusQuestion(of: url.url), url: url, embeds: [])
        for code in StatusCode.allCases where code.card == .unavailable {
            let status = ProductStatus(target: target, outcome: .answered(status: code.rawValue), attempts: 1)
            let found = findings(StatusAudit(statuses: [status]))
            #expect(found.map(\.place) == [nil])
            #expect(found.map(\.embed) == [nil])
        }
    }

    @Test(
        "InvalidInput names what can be seen",
        arguments: [
            ("clientId=abc&amp;productId=66d579675f2a4b8c9df15e43&amp;partnerUserId=u-1", "clientId has 3 characters"),
            ("clientId=kT4mRZ81qLwYc0dXaB2e&amp;partnerUserId=u-1", "productId is missing"),
            (
                "clientId=kT4mRZ81qLwYc0dXaB2e&amp;productId=+66d579675f2a4b8c9df15e43&amp;partnerUserId=u-1",
                "productId has spaces around it"
            ),
            ("partnerUserId={{ user }}", "clientId is missing; productId is missing; partnerUserId still holds"),
        ])
    func invalidInput(_ query: String, _ words: String) throws {
        let markup = #"<iframe title="Course" src="https://www.osteocom.me/embed/course?\#(query)"></iframe>"#
        let found = try findings("InvalidInput", markup)
        #expect(found.count == 1)
        #expect(found.first?.message.contains("\"Content unavailable\": \(words)") == true, "\(found)")
        #expect(found.first?.help?.hasPrefix("correct it in the page") == true)
    }

    @Test("A throw-away user in place of the page's is not taken for a fault of the page")
    func throwAwayUser() throws {
        let embed = try embeds([Self.iframe(user: "{{ user.id }}")])[0]
        let page = StatusQuestion(of: embed.url.url)
        let question = StatusQuestion(
            origin: page.origin, clientID: page.clientID, productID: page.productID, partnerUserID: "throw-away-77")
        let target = StatusTarget(question: question, url: embed.url, embeds: [embed])
        let words = ["InvalidInput", "no throw-away-77 here"].map {
            ProductStatus(target: target, outcome: .answered(status: $0), attempts: 1)
        }
        let found = findings(StatusAudit(statuses: words, embeds: [embed]))
        #expect(found.first?.message.hasSuffix("although the three parameters look right") == true)
        #expect(found.last?.message.contains("`no ************* here`") == true)
    }

    @Test("A status that nobody documented is a note, visible and short")
    func unknown() throws {
        let word = "New\u{1B}[31m\u{202E}" + String(repeating: "x", count: 10_000)
        let found = try findings(word, Self.iframe())
        #expect(found.map(\.severity) == [.note])
        let message = try #require(found.first?.message)
        #expect(message.contains("`NewU+001B[31mU+202Exxx"))
        #expect(message.contains("x…`, which is newer than this osteolint"))
        #expect(message.unicodeScalars.count < 220)
    }

    @Test(
        "Users' ids in the server's own words are masked, even where a long word is cut",
        arguments: [
            user, "Gone-for-\(user)", String(repeating: "y", count: 50) + " " + user,
            "partnerUserId=\(user)",
        ])
    func maskedWords(_ word: String) throws {
        let audit = SampleStatuses(embeds: try embeds([Self.iframe()])) { _ in word }.audit
        let found = findings(audit)
        #expect(found.count == 1)
        #expect(!"\(found)".contains("planted"))
        let reports = ReportedStatus.reports(audit.statuses, masking: Masking(reveals: false))
        #expect(!"\(reports)".contains("planted"))
        let shown = ReportedStatus.reports(audit.statuses, masking: Masking(reveals: true))
        #expect("\(shown)".contains(Self.user))
    }

    @Test("What the catalogue says is not said a second time, unless its rule is off")
    func oneFaultOneFinding() throws {
        let other = catalogue(("58c9e4a27f16b30d9a5e4c82", "Scoliosis"))
        for code in [StatusCode.productNotFound, .productNotInCatalog] {
            #expect(
                try findings(code.rawValue, Self.iframe(), catalogue: other).map(\.rule) == ["product-not-in-catalogue"]
            )
            let audit = SampleStatuses(embeds: try embeds([Self.iframe()]), catalogue: other) { _ in code.rawValue }
                .audit
            let configuration = Configuration(rules: ["product-not-in-catalogue": .off])
            #expect(findings(audit, configuration: configuration).map(\.rule).first?.hasPrefix("status-") == true)
        }
        let own = catalogue((Self.product.uppercased(), "Pelvic floor"))
        #expect(
            try findings("ProductNotInCatalog", Self.iframe(), catalogue: own).map(\.rule)
                == ["status-product-not-in-catalog"])
        #expect(
            try findings("InvalidClient", Self.iframe(), catalogue: own).map(\.rule) == ["status-invalid-client"])
    }

    @Test(
        "The channel that was probably meant is named",
        arguments: [
            ("66d579675f2a4b8c9df15e48", "A title", "Course", "did you mean `66d579675f2a4b8c9df15e48` (“A title”)? "),
            ("66d579675f2a4b8c9df15e", "", "Course", "did you mean `66d579675f2a4b8c9df15e`? "),
            (
                "58c9e4a27f16b30d9a5e4c82", "Scoliosis  in practice", "scoliosis in Practice",
                "did you mean `58c9e4a27f16b30d9a5e4c82` (“Scoliosis  in practice”)? "
            ),
            (
                "58c9e4a27f16b30d9a5e4c82", "Scoliosis in practice", "Skoliosis in practise",
                "did you mean `58c9e4a27f16b30d9a5e4c82` (“Scoliosis in practice”)? "
            ),
            ("58c9e4a27f16b30d9a5e4c82", "Curse", "Course", ""),
            ("58c9e4a27f16b30d9a5e4c82", "Something else", "Course", ""),
        ])
    func nearest(_ id: String, _ channelTitle: String, _ title: String, _ words: String) throws {
        let channels = catalogue((id, channelTitle), ("000000000000000000000001", "Far away"))
        let audit = SampleStatuses(embeds: try embeds([Self.iframe(title: title)]), catalogue: channels) { _ in nil }
        let help = try #require(findings(audit.audit).first?.help)
        #expect(
            help.hasPrefix(words + (words.isEmpty ? "copy the channel's" : "otherwise copy the channel's")), "\(help)")
    }

    @Test("A title is bounded and tells no user's id")
    func hostileTitle() throws {
        let title = "\(Self.user) " + String(repeating: "z", count: 10_000)
        let hostile = catalogue(("66d579675f2a4b8c9df15e44", title))
        let found = try findings("Ok", Self.iframe(), catalogue: hostile)
        let help = try #require(found.first?.help)
        #expect(!help.contains("planted"))
        #expect(help.contains("(“*************** zzz"))
        #expect(help.unicodeScalars.count < 400)
        let reported = ReportedCatalogue(
            hostile, embeds: try embeds([Self.iframe()]), masking: Masking(reveals: false))
        #expect(reported.notEmbedded.first?.title.hasPrefix("*************** zzz") == true)
        #expect(reported.notEmbedded.first?.title.unicodeScalars.count == 81)
    }

    @Test("A catalogue says how large it is, where it comes from, and when the card contradicts it")
    func catalogueWords() throws {
        let empty = try findings("ProductNotFound", Self.iframe(), catalogue: catalogue())
        #expect(
            empty.map(\.message) == [
                "product `66d579675f2a4b8c9df15e43` is not in the catalogue of client `kT4mRZ81qLwYc0dXaB2e`, "
                    + #"which is empty: visitors see "Content unavailable""#
            ])
        let saved = catalogue(
            ("58c9e4a27f16b30d9a5e4c82", "A"), ("58c9e4a27f16b30d9a5e4c83", "B"), source: .file(path: "/tmp/c.json"))
        let contradicted = try findings("Ok", Self.iframe(), catalogue: saved)
        #expect(
            contradicted.map(\.message) == [
                "product `66d579675f2a4b8c9df15e43` is not in the saved catalogue of client `kT4mRZ81qLwYc0dXaB2e`, "
                    + "which has 2 channels: yet product-status answers Ok, so the catalogue may be out of date"
            ])
        #expect(contradicted.first?.help?.hasSuffix("or save the catalogue again if it is old") == true)
        #expect(!"\(contradicted)".contains("/tmp"))
    }

    @Test("Each product that is missing is one finding, whatever its users and its letters' case")
    func missingProducts() throws {
        let pages = [
            Self.iframe(user: "u-1"), Self.iframe(product: Self.product.uppercased(), user: "u-2"),
            Self.iframe(product: "66d579675f2a4b8c9df15e99", user: "u-1"),
        ]
        let audit = SampleStatuses(embeds: try embeds(pages), catalogue: catalogue()) { _ in nil }.audit
        let found = findings(audit)
        #expect(found.map(\.fault) == [Self.product, "66d579675f2a4b8c9df15e99"])
        #expect(found.first?.related.map(\.path) == ["page-2.html"])
    }

    @Test("Channels that no page embeds are listed, with those of other clients' embeds and once each")
    func notEmbedded() throws {
        let channels = catalogue(
            (Self.product.uppercased(), "Embedded"), ("58c9e4a27f16b30d9a5e4c82", "Not"),
            ("58c9e4a27f16b30d9a5e4c82", "Again"), ("58c9e4a27f16b30d9a5e4c83", "Of another client"))
        let pages = [Self.iframe(), Self.iframe(client: "clinic-4711", product: "58c9e4a27f16b30d9a5e4c83")]
        let masking = Masking(reveals: false)
        let reported = ReportedCatalogue(channels, embeds: try embeds(pages), masking: masking)
        #expect(reported.channels == 4)
        #expect(reported.source == "api")
        #expect(reported.notEmbedded.map(\.title) == ["Not", "Of another client"])
        #expect(ReportedCatalogue(channels, embeds: nil, masking: masking).notEmbedded == [])
    }

    @Test("Statuses as a report shows them")
    func reported() throws {
        let words = StatusCode.allCases.map(\.rawValue) + ["New", "ok"]
        let embed = try embeds([Self.iframe()])[0]
        let target = StatusTarget(question: StatusQuestion(of: embed.url.url), url: embed.url, embeds: [embed])
        let answers = words.map { ProductStatus(target: target, outcome: .answered(status: $0), attempts: 1) }
        let failed = ProductStatus(target: target, outcome: .inconclusive(.waitLimit(seconds: 60)), attempts: 0)
        let reports = ReportedStatus.reports(answers + [failed], masking: Masking(reveals: false))
        #expect(reports.map(\.status) == words + [nil])
        #expect(
            reports.map(\.verdict) == [
                .pass, .pass, .fail, .fail, .fail, .fail, .fail, .inconclusive, .inconclusive, .inconclusive,
            ])
        #expect(
            reports.map(\.card) == [
                .available, .purchased, .unavailable, .unavailable, .unavailable, .unavailable, .unavailable, nil, nil,
                nil,
            ])
        #expect(reports.map(\.reason) == Array(repeating: nil, count: 9) + [.waitLimit])
        #expect(reports.map(\.attempts) == Array(repeating: 1, count: 9) + [0])
        #expect(reports.allSatisfy { $0.url.hasSuffix("&partnerUserId=***************") })
    }
}
