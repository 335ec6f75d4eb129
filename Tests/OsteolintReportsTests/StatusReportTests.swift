import Foundation
import OsteolintCore
import OsteolintReports
import ReportSchema
import Testing

@Suite("Statuses and catalogue in reports")
struct StatusReportTests {
    private static let client = "kT4mRZ81qLwYc0dXaB2e"
    private static let product = "66d579675f2a4b8c9df15e43"

    private static func page(_ path: String, product: String = product, user: String = "u-planted") throws -> Page {
        let query = "clientId=\(client)&amp;productId=\(product)&amp;partnerUserId=\(user)"
        let text = #"<iframe title="Course" src="https://www.osteocom.me/embed/course?\#(query)"></iframe>"#
        return try Array(text.utf8).withUnsafeBytes { bytes in
            try Page(path: path, bytes: bytes, decoder: TextDecoder(), configuration: Configuration())
        }
    }

    private static func status(_ outcome: ProductStatus.Outcome, of embed: Embed) -> ProductStatus {
        let target = StatusTarget(question: StatusQuestion(of: embed.url.url), url: embed.url, embeds: [embed])
        return ProductStatus(target: target, outcome: outcome, attempts: 1)
    }

    private static func statuses(_ outcomes: ProductStatus.Outcome...) throws -> [ReportedStatus] {
        let embed = try page("a.html").embeds[0]
        return ReportedStatus.reports(outcomes.map { status($0, of: embed) }, masking: Masking(reveals: false))
    }

    private static func catalogue(_ channels: [(String, String)]) -> Catalogue {
        Catalogue(
            clientID: client, channels: channels.map { Catalogue.Channel(id: $0.0, title: $0.1) }, source: .api)
    }

    /// A report of a page with an embed, or of arguments alone.
    private func report(
        _ statuses: [ReportedStatus], catalogue: ReportedCatalogue? = nil, findings: [Finding] = [],
        pages: [Page]? = nil
    ) throws -> Report {
        var live = LiveResults()
        live.statuses = statuses
        live.catalogue = catalogue
        let linter = Linter(rules: [], configuration: Configuration(), masking: Masking(reveals: false))
        let pages = try pages ?? [Self.page("a.html")]
        return ReportBuilder().report(
            command: "audit", pages: pages.map({ linter.lint($0) }), siteFindings: findings, failures: [],
            files: pages.count,
            live: live)
    }

    private func text(_ report: Report, allPlaces: Bool = false) -> String {
        TextReporter(isColoured: false, showsAllPlaces: allPlaces).render(report)
    }

    @Test("Cards are counted by what they show")
    func summary() throws {
        let statuses = try Self.statuses(
            .answered(status: "Ok"), .answered(status: "AlreadyOwned"), .answered(status: "InvalidClient"),
            .answered(status: "ProductNotFound"), .answered(status: "InvalidClient"),
            .answered(status: "New\u{1B}"), .inconclusive(.rateLimited(retryAfter: "7")))
        #expect(
            text(try report(statuses)) == #"""
                What do the cards show?
                  1  available
                  1  already purchased
                  3  content unavailable: 2 InvalidClient, 1 ProductNotFound
                  2  not known: 1 New\u{1B}, 1 rate-limited; --resume asks these next time

                passed: no findings; 1 Osteocom embed in 1 page

                """#)
    }

    @Test("A word that is not known is not asked again; one cause needs no number")
    func oneCause() throws {
        let unknown = try Self.statuses(.answered(status: "New"), .answered(status: "New"))
        #expect(text(try report(unknown)).hasPrefix("What do the cards show?\n  2  not known: New\n\n"))
        let good = try Self.statuses(.answered(status: "Ok"))
        #expect(text(try report(good)).hasPrefix("What do the cards show?\n  1  available\n\n"))
    }

    @Test("Without pages each URL has its line")
    func eachURL() throws {
        let statuses = try Self.statuses(
            .answered(status: "Ok"), .answered(status: "InvalidInput"), .inconclusive(.waitLimit(seconds: 60)))
        let url = "https://www.osteocom.me/embed/course?clientId=\(Self.client)&productId=\(Self.product)"
        #expect(
            text(try report(statuses, pages: [])) == """
                What do the cards show?
                  available            Ok
                  --> \(url)&partnerUserId=*********
                  content unavailable  InvalidInput
                  --> \(url)&partnerUserId=*********
                  not known            wait-limit
                  --> \(url)&partnerUserId=*********

                passed: no findings; 3 cards asked about

                """)
    }

    @Test("Channels that no page embeds are listed, at most five of them")
    func notEmbedded() throws {
        let channels = (1...8).map { ("58c9e4a27f16b30d9a5e4c8\($0)", $0 == 2 ? "" : "Course\u{202E} \($0)") }
        let page = try Self.page("a.html", product: "58c9e4a27f16b30d9a5e4c81")
        let catalogue = ReportedCatalogue(
            Self.catalogue(channels), embeds: page.embeds, masking: Masking(reveals: false))
        let report = try report([], catalogue: catalogue, pages: [page])
        #expect(
            text(report) == #"""
                not embedded: 7 of the 8 channels in the catalogue of client kT4mRZ81qLwYc0dXaB2e
                  --> 58c9e4a27f16b30d9a5e4c82
                  --> 58c9e4a27f16b30d9a5e4c83  Course\u{202E} 3
                  --> 58c9e4a27f16b30d9a5e4c84  Course\u{202E} 4
                  --> 58c9e4a27f16b30d9a5e4c85  Course\u{202E} 5
                  --> 58c9e4a27f16b30d9a5e4c86  Course\u{202E} 6
                  --> and 2 more (--all-places lists them)

                passed: no findings; 1 Osteocom embed in 1 page

                """#)
        #expect(text(report, allPlaces: true).contains("4c88"))
    }

    @Test("A catalogue of which every channel is embedded is not spoken of")
    func allEmbedded() throws {
        let page = try Self.page("a.html")
        let catalogue = ReportedCatalogue(
            Self.catalogue([(Self.product, "Course")]), embeds: page.embeds, masking: Masking(reveals: false))
        #expect(text(try report([], catalogue: catalogue)) == "passed: no findings; 1 Osteocom embed in 1 page\n")
    }

    @Test("250 embeds of one faulty client are one finding with its places")
    func manyEmbeds() throws {
        let pages = try (100..<350).map {
            try Self.page("page-\($0).html", product: "66d579675f2a4b8c9df15\($0)", user: "u-planted-\($0)")
        }
        let findings = pages.flatMap(\.embeds).map { embed in
            var finding = Finding(
                rule: "status-invalid-client", severity: .error, message: "Osteocom does not know the client",
                place: embed.place, related: [Place(path: "z-\(embed.path)", range: nil)], embed: embed.ordinal)
            finding.snippet = embed.excerpt.line(1)
            finding.isInMarkup = false
            return finding
        }
        let shown = text(try report([], findings: findings, pages: pages))
        #expect(shown.split(separator: "\n").count == 7)
        #expect(shown.contains("   = the same at 499 more places: page-101.html:1:1, page-102.html:1:1, "))
        #expect(!shown.contains("see also"))
        #expect(shown.hasSuffix("failed: 250 errors; 250 Osteocom embeds in 250 pages\n"))
    }

    @Test("The same finding about several arguments is shown once")
    func arguments() throws {
        let finding = {
            var finding = Finding(
                rule: "status-invalid-client", severity: .error, message: "no such client", place: nil)
            finding.isInMarkup = false
            return finding
        }()
        let shown = text(try report([], findings: [finding, finding], pages: []))
        #expect(
            shown == """
                error[status-invalid-client]: no such client

                failed: 2 errors; no page was checked

                """)
    }

    @Test("Statuses and catalogue as JSON")
    func json() throws {
        let statuses = try Self.statuses(
            .answered(status: "Ok"), .answered(status: "\u{1B}" + String(repeating: "x", count: 10_000)),
            .inconclusive(.notDocumented(detail: "no object")))
        let catalogue = ReportedCatalogue(
            Self.catalogue([("58c9e4a27f16b30d9a5e4c82", "A \"title\"")]), embeds: try Self.page("a.html").embeds,
            masking: Masking(reveals: false))
        let data = try JSONReporter(version: "1").render(try report(statuses, catalogue: catalogue))
        let json = try JSONValue(data)
        #expect(try JSONSchema.ofReports().faults(in: json) == [])
        #expect(!String(decoding: data, as: UTF8.self).contains("planted"))
        let url = "https://www.osteocom.me/embed/course?clientId=\(Self.client)&productId=\(Self.product)"
        #expect(
            json["statuses"][0]
                == .object([
                    "url": .string(url + "&partnerUserId=*********"), "status": .string("Ok"),
                    "card": .string("available"), "verdict": .string("pass"), "reason": .null, "attempts": .integer(1),
                ]))
        #expect(json["statuses"][1]["status"].text == "\u{1B}" + String(repeating: "x", count: 63) + "…")
        #expect(json["statuses"][1]["verdict"].text == "inconclusive")
        #expect(json["statuses"][1].members["reason"] == .null)
        #expect(json["statuses"][2].members["status"] == .null && json["statuses"][2].members["card"] == .null)
        #expect(json["statuses"][2]["reason"].text == "not-documented")
        #expect(
            json["catalogue"]
                == .object([
                    "clientId": .string(Self.client), "source": .string("api"), "channels": .integer(1),
                    "notEmbedded": .array([
                        .object([
                            "idChannel": .string("58c9e4a27f16b30d9a5e4c82"), "title": .string("A \"title\""),
                        ])
                    ]),
                ]))
    }

    @Test("A status that is not known does not make a run inconclusive")
    func unknownAlone() throws {
        let report = try report(try Self.statuses(.answered(status: "New")))
        #expect(report.verdict == .pass && report.exitStatus == 0)
        let json = try JSONValue(JSONReporter(version: "1").render(report))
        #expect(json.members["catalogue"] == .null)
    }
}
