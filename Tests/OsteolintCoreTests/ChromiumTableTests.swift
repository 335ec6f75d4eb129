import Testing

/// The frames of a `Page` against those that Chromium built, with scripting on and off.
@Suite("Chromium's table")
struct ChromiumTableTests {
    private func check(_ table: ChromiumTable, _ name: String) async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let answers = try await table.gather { row, bytes in
            [true, false].map { ChromiumTableAgreement(row, bytes, scripting: $0) }
        }
        let differing = answers.filter { $0.difference != nil }.sorted { $0.row.id < $1.row.id }
        for answer in differing {
            Issue.record("\(answer.row.file), scripting \(answer.scripting): \(answer.difference ?? "")")
        }
        let documents = answers.count / 2
        let agreeing = documents - Set(differing.map(\.row.id)).count
        let unparsable = Set(answers.map(\.row.id)).intersection(ChromiumTableAgreement.unparsable.keys).count
        let seconds = (clock.now - start) / .seconds(1)
        print(
            "\(name): \(agreeing) of \(documents) documents agree with Chromium, with scripting on and off; "
                + "\(unparsable) of them by a URL that does not parse; \((seconds * 10).rounded() / 10) s")
        #expect(!answers.isEmpty)
    }

    @Test(.enabled(if: ChromiumTable.isThere, Comment(rawValue: ChromiumTable.missing)))
    func everyDocumentHasTheFramesOfTheBrowser() async throws {
        try await check(.whole, "Chromium's table")
        #expect(try ChromiumTable.whole.rows().count == 3_419)
    }

    @Test func everyDocumentOfTheSampleHasTheFramesOfTheBrowser() async throws {
        try await check(.sample, "the sample of Chromium's table")
        let families = Dictionary(grouping: try ChromiumTable.sample.rows(), by: \.family)
        #expect(families.count == 42)
        #expect(families.values.allSatisfy { $0.count >= 2 })
    }
}
