import ContentSecurityPolicy
import Testing

@Suite("Framings that Chromium decided")
struct ChromiumFramingTests {
    @Test("Every case has Chromium's verdict, and is browser-dependent where the standards differ")
    func verdicts() throws {
        var agreeing = 0
        for sample in FramingCase.all {
            let decision = try sample.question().decide()
            #expect(decision.verdict.rawValue == sample.verdict, "\(sample.id): \(decision.steps)")
            let differs = sample.literalVerdict != sample.verdict
            #expect(decision.isBrowserDependent == differs, "\(sample.id): \(decision.steps)")
            agreeing += decision.isBrowserDependent ? 0 : 1
        }
        print(
            "\(agreeing) of \(FramingCase.all.count) framings have the same verdict by a literal reading of the standards"
        )
        #expect(FramingCase.all.count == 8_285)
    }

    @Test("Every decision comes with a proof that names what decided")
    func proofs() throws {
        for sample in FramingCase.all {
            let question = try sample.question()
            let decision = question.decide()
            let steps = decision.steps
            #expect(!steps.isEmpty && steps.allSatisfy { !$0.isEmpty }, "\(sample.id)")
            #expect(decision.culprit.map(question.ancestors.indices.contains) ?? true, "\(sample.id)")
            let says = steps.last?.hasPrefix("browser-dependent:") == true
            #expect(says == decision.isBrowserDependent, "\(sample.id): \(steps)")
            guard case .policy(let index, let expression)? = decision.decidedBy else { continue }
            #expect(steps.contains { $0.hasPrefix("policy \(index + 1) ") }, "\(sample.id): \(steps)")
            #expect((expression == nil) == (decision.verdict == .blocked), "\(sample.id)")
        }
    }

    @Test("All kinds of case are there")
    func groups() {
        let groups = Dictionary(grouping: FramingCase.all, by: \.group)
        #expect(groups.count == 36)
        #expect(groups.values.allSatisfy { Set($0.map(\.verdict)).count == 2 })
    }
}
