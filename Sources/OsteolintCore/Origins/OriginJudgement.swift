public import WebURL

/// What is to be said of one declared origin.
public struct OriginJudgement: Sendable, Hashable {
    /// The text as written, with asterisks for a password and other secrets.
    public let declared: String
    /// The origin that a browser computes from the text, or nil where it computes none or an opaque one.
    public let origin: Origin?
    /// Everything that is wrong, in the order of `OriginProblem`.
    public internal(set) var problems: [OriginProblem]
    /// The exact origin to send to Osteocom, or nil where none can be told.
    public let suggestion: String?
    /// What else to think of.
    public internal(set) var hints: [OriginHint]

    /// Whether it may be sent to Osteocom: no problem is an error.
    public var isValid: Bool { !problems.contains(where: \.isError) }

    /// Judges origins that are declared together.
    ///
    /// - Parameter texts: the origins as written, in order.
    /// - Returns: a judgement for each. A later one of two that mean the same is a duplicate; a twin with or without
    ///   `www` is missed only where none of them is it.
    public static func judge(_ texts: [String]) -> [OriginJudgement] {
        var known: Set<String> = []
        var judgements: [OriginJudgement] = []
        for text in texts {
            var judgement = OriginJudgement(alone: text)
            if !judgement.problems.contains(.empty), !known.insert(judgement.suggestion ?? text).inserted {
                judgement.problems.append(.duplicate)
            }
            judgements.append(judgement)
        }
        for index in judgements.indices where !judgements[index].problems.contains(.duplicate) {
            let twin = judgements[index].suggestion.flatMap { WebURL($0) }.flatMap(TwinHost.origin)
            if let twin, !known.contains(twin) { judgements[index].hints.insert(.missingTwin(twin), at: 0) }
        }
        return judgements
    }

    /// Makes a judgement as a report showed it.
    public init(
        declared: String, origin: Origin?, problems: [OriginProblem], suggestion: String?, hints: [OriginHint]
    ) {
        self.declared = declared
        self.origin = origin
        self.problems = problems
        self.suggestion = suggestion
        self.hints = hints
    }

    /// Judges an origin without regard to others.
    init(alone text: String) {
        let written = OriginText(text)
        declared = PasswordMask.masked(text)
        origin = WebURL(text).map(\.origin).flatMap { $0 == .opaque ? nil : $0 }
        var findings = OriginFindings(written, origin: origin)
        findings.judge()
        problems = OriginProblem.inOrder(findings.problems)
        suggestion = findings.suggestion
        hints = findings.hints
    }
}
