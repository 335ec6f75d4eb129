import WebURL

extension FramingAudit {
    /// What could not be found out about framing: one failure for each URL and reason.
    ///
    /// - Parameter masking: hides users' ids.
    /// - Returns: the failures in the order of the verdicts.
    public func failures(masking: Masking) -> [Failure] {
        var seen: Set<Failure> = []
        return verdicts.compactMap { verdict in
            guard let failure = verdict.failure else { return nil }
            let entry = Failure(
                subject: masking.masked(verdict.target.url), reason: failure.reason,
                message: masking.masked(
                    snippet: verdict.response?.failureMessage ?? failure.message,
                    identifiers: Masking.identifiers(in: verdict.target.embed.url)))
            return seen.insert(entry).inserted ? entry : nil
        }
    }
}

extension ProductStatus {
    /// What product-status did not tell: one failure for each question without an answer.
    ///
    /// - Parameters:
    ///   - statuses: what came of the questions.
    ///   - masking: hides users' ids.
    /// - Returns: the failures in the order of the questions.
    public static func failures(_ statuses: [ProductStatus], masking: Masking) -> [Failure] {
        statuses.compactMap { status in
            guard case .inconclusive(let failure) = status.outcome else { return nil }
            let text = failure.message + (failure.reason == .rateLimited ? "; --resume goes on next time" : "")
            let message = masking.masked(snippet: text, identifiers: status.target.userIdentifiers)
            return Failure(
                subject: masking.masked(status.target.url.url.withoutFragment), reason: failure.reason,
                message: message)
        }
    }
}
