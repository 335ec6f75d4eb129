import WebURL

/// Decides a framing question by one reading of the headers.
struct FramingDecider {
    private let question: FramingQuestion
    private let headers: FramingHeaders
    private let matcher: SourceMatcher
    private let targets: [MatchTarget?]
    private var evidence: [FramingStep]

    init(_ question: FramingQuestion, _ headers: FramingHeaders) {
        self.question = question
        self.headers = headers
        matcher = SourceMatcher(
            own: MatchTarget(question.embedURL), wasRedirected: question.wasRedirected, reading: headers.reading)
        targets = question.ancestors.map { MatchTarget($0) }
        evidence = question.wasRedirected ? [.redirected] : []
    }

    /// What came of it, before another reading was asked.
    struct Outcome {
        let verdict: FramingDecision.Verdict
        var decidedBy: Decider?
        var culprit: Int?
        let evidence: [FramingStep]
    }

    mutating func decide() -> Outcome {
        guard !targets.isEmpty else { return outcome(.allowed, .noAncestors) }
        evidence += headers.remarks
        guard !headers.enforced.isEmpty else { return decideByFrameOptions() }
        var decider: Decider?
        for policy in headers.enforced {
            for position in targets.indices.reversed() {
                guard let expression = expression(of: policy, for: position) else {
                    return refusal(of: policy, at: position)
                }
                evidence.append(.admitted(policy.index, expression, question.ancestors[position]))
                if position == 0, decider == nil { decider = .policy(policy.index, expression: expression.text) }
            }
        }
        guard headers.frameOptions != .absent else { return outcome(.allowed, nil, by: decider) }
        return outcome(.allowed, .frameOptionsVoid(headers.frameOptionsText), by: decider)
    }

    /// The first expression of a policy that lets an ancestor in.
    private func expression(of policy: PolicySources, for position: Int) -> SourceExpression? {
        policy.sources.first { matcher.mismatch($0, targets[position]) == nil }
    }

    private func refusal(of policy: PolicySources, at position: Int) -> Outcome {
        let refusal = PolicyRefusal(policy: policy, ancestor: question.ancestors[position], matcher: matcher)
        return outcome(
            .blocked, .refused(refusal), by: .policy(policy.index, expression: nil), culprit: position)
    }

    /// What the HTML Standard, section 7.6.1, says where no enforced policy has `frame-ancestors`.
    private func decideByFrameOptions() -> Outcome {
        let options = headers.frameOptions
        let decider = options == .absent ? nil : Decider.frameOptions(headers.frameOptionsText)
        switch options {
        case .absent: return outcome(.allowed, .silent)
        case .allowAll, .invalid, .deny, .conflict:
            let verdict: FramingDecision.Verdict = options == .deny || options == .conflict ? .blocked : .allowed
            return outcome(verdict, .frameOptions(options, headers.frameOptionsText), by: decider)
        case .sameOrigin:
            let own = question.embedURL.origin
            let other = question.ancestors.lastIndex { !$0.isSameOrigin(as: own) }
            guard let other else { return outcome(.allowed, .sameOrigin(own), by: decider) }
            return outcome(
                .blocked, .otherOrigin(question.ancestors[other], own), by: decider, culprit: other)
        }
    }

    private func outcome(
        _ verdict: FramingDecision.Verdict, _ step: FramingStep?, by decider: Decider? = nil, culprit: Int? = nil
    ) -> Outcome {
        Outcome(
            verdict: verdict, decidedBy: decider, culprit: culprit, evidence: step.map { evidence + [$0] } ?? evidence)
    }
}
