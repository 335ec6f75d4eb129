import ContentSecurityPolicy
import OsteolintCore
import OsteolintRules
import Testing
import WebURL

@Suite("Page policies that Chromium decided")
struct PagePolicyTableTests {
    /// The policy of a document inside of a `srcdoc` attribute is not looked at.
    private static let known: Set = ["srcdoc-006", "srcdoc-008"]

    @Test("Every row has Chromium's verdict by the policies' own reading and by the rules")
    func verdicts() throws {
        let table = try PagePolicyCase.table()
        var differing: Set<String> = []
        for sample in table {
            let judged = try JudgedCase(sample)
            if judged.verdict != sample.verdict { differing.insert(sample.id) }
            // An http URL is a fault of its own, and judged as it will be without that.
            guard sample.embedURL.hasPrefix("https:") else { continue }
            #expect(judged.isReported == (judged.verdict == .blocked), "\(sample.id)")
        }
        #expect(differing.sorted() == Self.known.sorted())
        print("\(table.count - differing.count) of \(table.count) page policies have Chromium's verdict")
    }

    @Test("All kinds of case are there, with both verdicts")
    func groups() throws {
        let table = try PagePolicyCase.table()
        let groups = Dictionary(grouping: table, by: \.group)
        #expect(table.count > 1_000 && groups.count >= 30)
        #expect(groups.values.filter { Set($0.map(\.verdict)).count == 2 }.count >= 25)
        #expect(Set(table.map(\.id)).count == table.count)
    }

    @Test("Every decision has a proof that does not show the user's id")
    func proofs() throws {
        for sample in try PagePolicyCase.table() {
            let steps = try JudgedCase(sample).decision.steps
            #expect(!steps.isEmpty && steps.allSatisfy { !$0.isEmpty && !$0.contains("case=") }, "\(sample.id)")
        }
    }
}
