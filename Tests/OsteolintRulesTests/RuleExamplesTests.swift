import OsteolintCore
import OsteolintRules
import Testing

@Suite("The rules' examples")
struct RuleExamplesTests {
    static let ids = RuleRegistry.all.map { $0.descriptor.id }

    @Test("A finding starts at each mark and nowhere else", arguments: ids)
    func examples(_ id: String) throws {
        let rule = try #require(RuleRegistry.rule(id))
        for example in rule.examples {
            let run = try RuleExampleRun(example, by: rule)
            #expect(run.found == run.expected, "\(example.title)")
        }
    }

    @Test("Each rule has a good, two bad and a near-miss example", arguments: ids)
    func enoughExamples(_ id: String) throws {
        let examples = try #require(RuleRegistry.rule(id)).examples
        #expect(examples.filter(\.isBad).count >= 2)
        #expect(examples.filter { !$0.isBad }.count >= 2)
        #expect(Set(examples.map(\.title)).count == examples.count)
    }
}
