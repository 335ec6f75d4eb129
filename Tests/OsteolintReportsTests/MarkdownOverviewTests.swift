import ContentSecurityPolicy
import OsteolintCore
import OsteolintReports
import Testing
import WebURL

@Suite("Framing and cards in the summary in Markdown")
struct MarkdownOverviewTests {
    private static let source =
        "https://www.osteocom.me/embed/course?clientId=kT4mRZ81qLwYc0dXaB2e"
        + "&amp;productId=66d579675f2a4b8c9df15e43&amp;partnerUserId=u-48213"

    private let page: Page
    private let masking = Masking(reveals: false)

    init() throws {
        page = try Array(#"<iframe title="Course" src="\#(Self.source)"></iframe>"#.utf8).withUnsafeBytes { bytes in
            try Page(path: "a.html", bytes: bytes, decoder: TextDecoder(), configuration: Configuration())
        }
    }

    private func markdown(_ live: LiveResults, hasPages: Bool = true) throws -> String {
        let linter = Linter(rules: [], configuration: Configuration(), masking: masking)
        let report = ReportBuilder().report(
            command: "audit", pages: hasPages ? [linter.lint(page)] : [], siteFindings: [], failures: [],
            files: hasPages ? 1 : 0, live: live)
        return try rendered { MarkdownReporter(ToolComponent(version: "1", rules: [])).write(report, to: $0) }
    }

    private func statuses(_ words: String...) -> [ReportedStatus] {
        let embed = page.embeds[0]
        let target = StatusTarget(question: StatusQuestion(of: embed.url.url), url: embed.url, embeds: [embed])
        let statuses = words.map { ProductStatus(target: target, outcome: .answered(status: $0), attempts: 1) }
        return ReportedStatus.reports(statuses, masking: masking)
    }

    private func verdict(_ origin: String, policy: String?) throws -> FramingVerdict {
        let embed = page.embeds[0]
        let target = FramingTarget(url: embed.url.url, embed: embed, places: [embed.place], isFaulty: false)
        let chain = AncestorChain([try #require(Origin(serialized: origin))])
        guard let policy else { return FramingVerdict(target: target, chain: chain, response: nil) }
        let fields = [("Content-Type", "text/html"), ("Content-Security-Policy", "frame-ancestors \(policy)")]
            .map { ResponseField(name: $0.0, value: $0.1) }
        let response = EmbedResponse(
            url: target.url, origin: chain.embedder, hops: [ResponseHop(url: target.url, status: 200, fields: fields)],
            ending: .answered(body: Array("<!DOCTYPE html><title>Card</title>".utf8)))
        return FramingVerdict(target: target, chain: chain, response: response)
    }

    @Test("Each declared origin has its counts")
    func framing() throws {
        var live = LiveResults()
        live.framing = ReportedFraming.reports(
            [
                try verdict("https://lms.example", policy: "https://lms.example"),
                try verdict("https://shop.example", policy: "https://lms.example"),
                try verdict("https://lms.example", policy: "'none'"),
                try verdict("https://shop.example", policy: nil),
            ], masking: masking)
        #expect(
            try markdown(live).contains(
                """
                ### Do browsers show the cards?

                | page at | allowed | blocked | inconclusive |
                |---|--:|--:|--:|
                | `https://lms.example` | 1 | 1 | 0 |
                | `https://shop.example` | 0 | 1 | 1 |


                """))
    }

    @Test("Cards are counted by what they show, and a server's words are code")
    func cards() throws {
        var live = LiveResults()
        live.statuses = statuses("Ok", "InvalidClient", "New|`@admin`\n| x |", "New|`@admin`\n| x |", "<b>")
        #expect(
            try markdown(live).contains(
                #"""
                | cards | show | because of |
                |--:|---|---|
                | 1 | available |  |
                | 1 | content unavailable | `InvalidClient` |
                | 3 | not known | 2 ``New\|`@admin`\u{A}\| x \|``, 1 `<b>` |


                """#))
    }

    @Test("URLs that were given as arguments have a line each, with the user hidden")
    func arguments() throws {
        var live = LiveResults()
        live.statuses = statuses("AlreadyOwned", "[x](javascript:x)")
        let text = try markdown(live, hasPages: false)
        #expect(text.contains("\n| already purchased | `AlreadyOwned` | `https://www.osteocom.me/embed/course?"))
        #expect(text.contains("\n| not known | `[x](javascript:x)` | `https://www.osteocom.me/embed/course?"))
        #expect(!text.contains("u-48213"))
    }
}
