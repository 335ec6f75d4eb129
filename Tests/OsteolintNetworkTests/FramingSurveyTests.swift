import ContentSecurityPolicy
import OsteolintCore
import Testing
import WebURL

@Suite("Framing survey")
struct FramingSurveyTests {
    private static let policy = "frame-ancestors https://a.example"

    /// Runs a survey over a few URLs for two origins and the control, which is origin 2.
    private static func rounds(
        urls count: Int = 3, everything: Bool = false, _ answer: (FramingSurvey.Question) -> EmbedResponse.Ending
    ) throws -> (rounds: [[String]], survey: FramingSurvey) {
        let urls = try (0..<count).map { try #require(WebURL("https://www.osteocom.me/embed/\($0)")) }
        let origins = ["https://a.example", "https://b.example"].compactMap { Origin(serialized: $0) }
        var survey = FramingSurvey(
            urls: urls, origins: origins, control: AncestorChain.control.embedder, asksEverything: everything)
        var rounds: [[String]] = []
        while true {
            let round = survey.nextRound()
            guard !round.isEmpty else { return (rounds, survey) }
            rounds.append(round.map { "\($0.target)/\($0.origin)" })
            for question in round {
                let url = urls[question.target]
                let ending = answer(question)
                var hops: [ResponseHop] = []
                if case .answered(let body) = ending {
                    hops = [
                        ResponseHop(
                            url: url, status: 200, fields: fields(policy: String(decoding: body, as: UTF8.self)))
                    ]
                }
                let origin = survey.origins[question.origin]
                survey.record(EmbedResponse(url: url, origin: origin, hops: hops, ending: ending), to: question)
            }
        }
    }

    private static func fields(policy: String) -> [ResponseField] {
        [
            ResponseField(name: "Content-Type", value: "text/html"),
            ResponseField(name: "Content-Security-Policy", value: policy),
        ]
    }

    private static func card(_ policy: String = policy) -> EmbedResponse.Ending { .answered(body: Array(policy.utf8)) }

    @Test("Where all answers are the same, one URL is asked for all origins and the others for one")
    func same() throws {
        let (rounds, survey) = try Self.rounds { _ in Self.card() }
        #expect(rounds == [["0/0", "1/0", "2/0", "0/1", "0/2"]])
        #expect(survey.sampleTarget == 0 && !survey.variesWithOrigin(0))
        let own = survey.answer(target: 0, origin: survey.origins[1])
        #expect(own?.origin == survey.origins[1])
        let borrowed = survey.answer(target: 2, origin: survey.origins[1])
        #expect(borrowed?.origin == survey.origins[0])
        #expect(survey.controlResponse(target: 0) != nil && survey.controlResponse(target: 1) == nil)
    }

    @Test("A nonce that changes makes no difference")
    func nonce() throws {
        let (rounds, _) = try Self.rounds { question in
            Self.card("script-src 'nonce-\(question.target)\(question.origin)abc'; \(Self.policy)")
        }
        #expect(rounds.count == 1)
    }

    @Test("A URL with a policy of its own is asked for all origins")
    func otherPolicy() throws {
        let (rounds, _) = try Self.rounds { Self.card($0.target == 1 ? "frame-ancestors 'none'" : Self.policy) }
        #expect(rounds == [["0/0", "1/0", "2/0", "0/1", "0/2"], ["1/1", "1/2"]])
    }

    @Test("Where the answers differ with the origin, everything is asked")
    func reflecting() throws {
        let (rounds, survey) = try Self.rounds { Self.card("frame-ancestors https://origin-\($0.origin).example") }
        #expect(rounds == [["0/0", "1/0", "2/0", "0/1", "0/2"], ["1/1", "1/2", "2/1", "2/2"]])
        #expect(survey.variesWithOrigin(0))
    }

    @Test("Where the first URL gives no answer another one is the sample")
    func otherSample() throws {
        let (rounds, survey) = try Self.rounds { $0.target == 0 ? .failed(.tooLarge(limit: 1)) : Self.card() }
        #expect(rounds == [["0/0", "1/0", "2/0", "0/1", "0/2"], ["1/1", "1/2"]])
        #expect(survey.sampleTarget == 1)
    }

    @Test("What fails in passing gets a second look at the end, and only one")
    func secondLook() throws {
        let (rounds, survey) = try Self.rounds { $0.target == 2 ? .failed(.timedOut(seconds: 1)) : Self.card() }
        #expect(rounds == [["0/0", "1/0", "2/0", "0/1", "0/2"], ["2/0"]])
        let answer = survey.answer(target: 2, origin: survey.origins[0])
        #expect(answer?.failure == .timedOut(seconds: 1))
    }

    @Test("A second look's answer takes the first's place")
    func healed() throws {
        var asked: [FramingSurvey.Question] = []
        let (rounds, survey) = try Self.rounds { question in
            defer { asked.append(question) }
            let isFirst = !asked.contains(question)
            return question.target == 2 && isFirst ? .failed(.serverError(status: 503)) : Self.card()
        }
        #expect(rounds.last == ["2/0"])
        let answer = survey.answer(target: 2, origin: survey.origins[0])
        #expect(answer != nil && answer?.failure == nil)
    }

    @Test("Nothing is asked twice where nothing fails, and all is asked where that is wanted")
    func everything() throws {
        let (rounds, _) = try Self.rounds(everything: true) {
            Self.card("frame-ancestors https://\($0.target).example")
        }
        #expect(rounds.count == 1)
        #expect(Set(rounds.joined()).count == 9 && rounds.joined().count == 9)
    }

    @Test("The control is asked once, though it be declared")
    func declaredControl() throws {
        let control = AncestorChain.control.embedder
        let survey = FramingSurvey(urls: [], origins: [control, .opaque], control: control)
        #expect(survey.origins == [.opaque, control])
    }
}
