import OsteolintCore
import OsteolintRules
import Testing

@Suite("Two renders: which embeds are held against each other, and what is said of the rest")
struct ComparisonTests {
    private static let other = "productId=66d579675f2a4b8c9df15e44&amp;"

    private func embed(_ fields: String) -> String { ComparedPages.embed(fields) }

    private func places(_ findings: [Finding]) -> [[String]] {
        findings.map { finding in
            ([finding.place].compactMap { $0 } + finding.related).map { place in
                "\(place.path):\(place.range?.start.line ?? 0):\(place.range?.start.column ?? 0)"
            }
        }
    }

    @Test("The finding stands at the id in the second render, its counterpart beside it")
    func place() throws {
        let compared = try ComparedPages(["\n" + embed("partnerUserId=41")], [embed("partnerUserId=42")])
        #expect(places(compared.findings) == [["b/1.html:1:151", "a/1.html:2:151"]])
        #expect(compared.findings[0].embed == 0)
        #expect(compared.findings[0].severity == .error)
        #expect(compared.failures.isEmpty)
    }

    @Test("One fault on many pages is one finding with its places")
    func manyPages() throws {
        let compared = try ComparedPages(
            before: (0..<250).map { "1714557600\(100 + $0)" } + ["41"],
            after: (0..<250).map { "1714557999\(100 + $0)" } + ["42"])
        #expect(compared.findings.count == 2)
        #expect(compared.findings[0].related.count == 250)
        #expect(compared.findings[1].related.count == 1)
        #expect(Set(compared.findings.map(\.fault)).count == 2)
    }

    @Test("Embeds are matched by product, those of one product by their order")
    func products() throws {
        let compared = try ComparedPages(
            [embed("partnerUserId=one") + embed(Self.other + "partnerUserId=two") + embed("partnerUserId=three")],
            [embed(Self.other + "partnerUserId=two") + embed("partnerUserId=one") + embed("partnerUserId=three")])
        #expect(compared.findings.isEmpty)
        #expect(compared.failures.isEmpty)
        let swapped = try ComparedPages(
            [embed("partnerUserId=one") + embed("partnerUserId=two")],
            [embed("partnerUserId=two") + embed("partnerUserId=one")])
        #expect(places(swapped.findings).map(\.count) == [3])
    }

    @Test(
        "An id counts under whatever name and spelling",
        arguments: ["userId=u-48213", "partnerUserID=u-48213", "amp;partnerUserId=u%2D48213", "uid=u-48213"])
    func spelling(_ field: String) throws {
        let compared = try ComparedPages([embed("partnerUserId=u-48213")], [embed(field)])
        #expect(compared.findings.isEmpty)
        #expect(compared.failures.isEmpty)
        #expect(try ComparedPages([embed(field)], [embed("partnerUserId=u-48214")]).findings.count == 1)
    }

    @Test("A product is the same in either case of its digits")
    func productCase() throws {
        let compared = try ComparedPages(
            [embed("productId=66D579675F2A4B8C9DF15E43&amp;partnerUserId=u-1")],
            [embed("productId=66d579675f2a4b8c9df15e43&amp;partnerUserId=u-1")])
        #expect(compared.failures.isEmpty)
    }

    @Test(
        "An embed without an id that could be compared is a failure, on either side",
        arguments: [
            ("", "carries no partnerUserId"), ("partnerUserId=", "carries a placeholder"),
            ("partnerUserId={{ user.id }}", "carries a placeholder"),
            ("partnerUserId=undefined", "carries a placeholder"),
            ("x=1;partnerUserId=u-1", "carries no partnerUserId"),
        ])
    func withoutID(_ field: String, _ words: String) throws {
        let second = try ComparedPages([embed("partnerUserId=u-1")], [embed(field)])
        #expect(second.findings.isEmpty)
        #expect(second.failures.map(\.subject) == ["b/1.html"])
        #expect(second.failures.map(\.reason) == [.notComparable])
        #expect(second.failures[0].message.contains("at line 1, column 1 \(words)"), "\(second.failures)")
        let first = try ComparedPages([embed(field)], [embed("partnerUserId=u-1")])
        #expect(first.failures.map(\.subject) == ["a/1.html"])
        #expect(try ComparedPages([embed(field)], [embed(field)]).failures.count == 1)
    }

    @Test("An embed that only one render holds is a failure, an inert one is nobody's")
    func unmatched() throws {
        let both = embed("partnerUserId=u-1")
        let more = both + embed(Self.other + "partnerUserId=u-1")
        let added = try ComparedPages([both], [more])
        #expect(added.failures.map(\.subject) == ["b/1.html"])
        #expect(added.failures[0].message.contains("is not in the page of a,"))
        let gone = try ComparedPages([more], [both])
        #expect(gone.failures.map(\.subject) == ["a/1.html"])
        #expect(gone.failures[0].message.contains("is not in the page of b,"))
        #expect(try ComparedPages([both], [both + "<!-- \(both) -->"]).failures.isEmpty)
        #expect(try ComparedPages([both], ["<p>signed out</p>"]).failures.count == 1)
    }

    @Test("A page with an embed that only one render holds is a failure; a page without one is nothing")
    func unmatchedPage() throws {
        let page = embed("partnerUserId=u-1")
        let compared = try ComparedPages([page, page, "<p>"], [page])
        #expect(compared.failures.map(\.subject) == ["a/2.html"])
        #expect(compared.failures[0].message.hasPrefix("this page with an embed is not in b,"))
    }

    @Test("Renders without a page in common were not compared at all")
    func nothingInCommon() throws {
        let compared = try ComparedPages([embed("partnerUserId=u-1")], [])
        #expect(compared.failures.isEmpty, "a render without pages is a failure of its own")
        let page = LintedPage(path: "a/x.html", sitePath: "x.html", embeds: [], reportedEmbeds: [], findings: [])
        let comparison = RenderComparison(
            Render(name: "a", paths: ["x.html"], readPaths: ["x.html"], pages: [page]),
            Render(name: "b", paths: ["y.html"], readPaths: ["y.html"], pages: []))
        #expect(comparison.failures.map(\.reason) == [.noInput])
        #expect(comparison.failures.map(\.subject) == ["a b"])
    }

    @Test("Two users: the same id is the fault, another one is as it should be")
    func differentUsers() throws {
        let same = try ComparedPages(
            before: ["u-48213", "u-48214"], after: ["u-48213", "u-48214"], areOfDifferentUsers: true)
        #expect(same.findings.count == 1)
        #expect(same.findings[0].related.map(\.path) == ["a/1.html", "b/2.html"])
        #expect(same.findings[0].message.contains("two users get the same partnerUserId"))
        #expect(try ComparedPages(before: ["41"], after: ["42"], areOfDifferentUsers: true).findings.isEmpty)
    }

    @Test("Ids are masked in the line that is shown, unless they are to be shown")
    func masking() throws {
        let (before, after) = (embed("partnerUserId=visitor-1041"), embed("partnerUserId=visitor-1042"))
        let masked = try ComparedPages([before], [after])
        #expect(masked.findings[0].snippet?.text.contains("partnerUserId=************") == true)
        let shown = try ComparedPages([before], [after], reveals: true)
        #expect(shown.findings[0].snippet?.text.contains("visitor-1042") == true)
    }
}
