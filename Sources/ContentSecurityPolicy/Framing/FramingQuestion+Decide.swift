extension FramingQuestion {
    /// Decides as Chromium does, and says where the standards' texts, taken literally, would decide otherwise.
    ///
    /// - Returns: the decision, whose `steps` are worded only when they are asked for.
    public func decide() -> FramingDecision {
        let headers = FramingHeaders(fields, .browser)
        let outcome = outcome(headers)
        let literal = self.outcome(headers.byStandards(fields)).verdict
        let remark: [FramingStep] = literal == outcome.verdict ? [] : [.standardsDiffer(literal)]
        return FramingDecision(
            verdict: outcome.verdict, decidedBy: outcome.decidedBy, culprit: outcome.culprit,
            isBrowserDependent: literal != outcome.verdict, evidence: outcome.evidence + remark)
    }

    private func outcome(_ headers: FramingHeaders) -> FramingDecider.Outcome {
        var decider = FramingDecider(self, headers)
        return decider.decide()
    }
}
