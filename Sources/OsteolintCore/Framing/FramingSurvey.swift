public import WebURL

/// Decides which questions to ask about the embeds of one client on one host, so that few of them are needed.
///
/// Every URL is asked in the name of one origin. One URL, the sample, is asked in the name of all of them and of one
/// that must not be allowed. Where its answers differ with the origin, or another URL's policy is not the sample's,
/// the other URL is asked in the name of all as well. What failed in passing is asked once more at the end.
public struct FramingSurvey: Sendable {
    /// One request: a URL in the name of an origin.
    public struct Question: Sendable, Hashable {
        /// The index of the URL.
        public let target: Int
        /// The index in the survey's origins.
        public let origin: Int
    }

    private enum Stage {
        case first, sample, rest, secondLook, restAgain, done
    }

    /// The URLs.
    public let urls: [WebURL]
    /// The origins to ask in the name of; the control is the last.
    public let origins: [Origin]
    private let asksEverything: Bool
    private var stage = Stage.first
    private var sample: Int?
    private var answers: [Question: EmbedResponse] = [:]

    /// Makes a survey.
    ///
    /// - Parameters:
    ///   - urls: distinct URLs on one host for one client.
    ///   - origins: distinct origins to ask in the name of, the declared ones in order.
    ///   - control: the origin that must not be allowed.
    ///   - asksEverything: whether every URL is asked in the name of every origin.
    public init(urls: [WebURL], origins: [Origin], control: Origin, asksEverything: Bool = false) {
        self.urls = urls
        self.origins = origins.filter { $0 != control } + [control]
        self.asksEverything = asksEverything
    }

    /// The requests to make next, all of which may be under way at once; none when the survey is at its end.
    public mutating func nextRound() -> [Question] {
        while stage != .done {
            let round = advance()
            if !round.isEmpty { return round }
        }
        return []
    }

    /// Takes an answer; the second look's takes the place of the first's.
    public mutating func record(_ response: EmbedResponse, to question: Question) {
        answers[question] = response
    }

    /// Whether a question has an answer already, so that asking it is a second look.
    public func hasAnswer(to question: Question) -> Bool { answers[question] != nil }

    /// Why a question has no answer to be judged, as far as is known.
    public func failure(of question: Question) -> FetchFailure? { answers[question]?.failure }

    /// The answer to be judged for a URL and an origin: that in the origin's own name where it was asked in it.
    ///
    /// Else that in the name of the first, as long as the sample shows that the origin gets the same; where the sample
    /// could not show it, the failure of the sample. Nil where the URL was never asked.
    public func answer(target: Int, origin: Origin) -> EmbedResponse? {
        let first = answers[Question(target: target, origin: 0)]
        guard let index = origins.firstIndex(of: origin) else { return first }
        if let own = answers[Question(target: target, origin: index)] { return own }
        let shown = sample.flatMap { answers[Question(target: $0, origin: index)] }
        return shown?.failure == nil ? first : shown
    }

    /// The response to the control origin about a URL; nil where it was not asked.
    public func controlResponse(target: Int) -> EmbedResponse? {
        answers[Question(target: target, origin: origins.count - 1)]
    }

    /// Whether a question was left out since the bound on requests was reached.
    public var hasReachedBound: Bool {
        answers.values.contains { response in
            if case .requestLimit? = response.failure { true } else { false }
        }
    }

    /// The URL that was asked in the name of all origins; nil where none gave an answer.
    public var sampleTarget: Int? { sample }

    private mutating func advance() -> [Question] {
        switch stage {
        case .first:
            stage = .sample
            guard !asksEverything else { return urls.indices.flatMap(everything) }
            // The first URL will mostly do as the sample, which spares a round.
            return urls.indices.map { Question(target: $0, origin: 0) } + everything(0).dropFirst()
        case .sample:
            stage = .rest
            sample = urls.indices.first { isAnswered(Question(target: $0, origin: 0)) }
            return sample.map(everything)?.filter { answers[$0] == nil } ?? []
        case .rest:
            stage = .secondLook
            return rest()
        case .restAgain:
            stage = .done
            return rest()
        case .secondLook:
            stage = .restAgain
            return answers.filter { $0.value.failure?.isPassing == true }.map(\.key)
                .sorted { ($0.target, $0.origin) < ($1.target, $1.origin) }
        case .done:
            return []
        }
    }

    /// What is left to ask about the URLs whose policy is not the sample's.
    private func rest() -> [Question] {
        guard let sample else { return [] }
        return urls.indices.filter { needsEverything($0, beside: sample) }.flatMap(everything)
            .filter { answers[$0] == nil }
    }

    private func everything(_ target: Int) -> [Question] {
        origins.indices.map { Question(target: target, origin: $0) }
    }

    private func isAnswered(_ question: Question) -> Bool {
        answers[question].map { $0.failure == nil } ?? false
    }

    private func needsEverything(_ target: Int, beside sample: Int) -> Bool {
        guard target != sample, let own = framing(Question(target: target, origin: 0)) else { return false }
        if variesWithOrigin(sample) { return true }
        return own != framing(Question(target: sample, origin: 0))
    }

    /// Whether the answers about a URL differ with the origin in what decides on framing.
    public func variesWithOrigin(_ target: Int) -> Bool {
        let known = everything(target).compactMap(framing)
        return known.contains { $0 != known[0] }
    }

    private func framing(_ question: Question) -> FramingFields? {
        answers[question]?.framing
    }
}
