import ContentSecurityPolicy
import WebURL

/// Takes users' ids and secrets out of answers, so that they can be handed on.
///
/// Most answers of a run say the same, and it takes time to look for each of many ids: so it remembers what it has seen.
final class AnswerRecorder {
    let masking: Masking
    /// The users' ids that servers were asked with, which they may repeat.
    let identifiers: [String]
    private let head: HeadMasking
    private var knownTexts: [String: String] = [:]
    private var knownFields: [ResponseField: ResponseField] = [:]

    init(masking: Masking, identifiers: [String]) {
        self.masking = masking
        self.identifiers = identifiers
        head = HeadMasking(masking: masking, identifiers: identifiers)
    }

    /// A text that a server or a file wrote.
    func recorded(_ text: String) -> String {
        if let known = knownTexts[text] { return known }
        let shown = masking.masked(snippet: text, identifiers: identifiers)
        knownTexts[text] = shown
        return shown
    }

    private func recorded(_ field: ResponseField) -> ResponseField {
        if let known = knownFields[field] { return known }
        let shown = head.masked(field)
        knownFields[field] = shown
        return shown
    }

    func recorded(_ url: WebURL) -> WebURL {
        // What cannot be read any more once it is masked says nothing.
        [masking.masked(url), "https://masked.invalid/"].lazy.compactMap { WebURL($0) }.first ?? url
    }

    func recorded(_ failure: FetchFailure) -> FetchFailure {
        var evidence = failure.evidence
        evidence.host = evidence.host.map { recorded($0) }
        evidence.detail = evidence.detail.map { recorded($0) }
        return FetchFailure(evidence) ?? .interrupted
    }

    func recorded(_ response: EmbedResponse) -> EmbedResponse {
        EmbedResponse(
            url: recorded(response.url), origin: response.origin,
            hops: response.hops.map { hop in
                ResponseHop(url: recorded(hop.url), status: hop.status, fields: hop.fields.map { recorded($0) })
            }, failure: response.failure.map { recorded($0) }, time: response.time)
    }

    func recorded(_ status: ProductStatus) -> (question: StatusQuestion, outcome: ProductStatus.Outcome) {
        let outcome: ProductStatus.Outcome =
            switch status.masked(by: masking, identifiers: identifiers).outcome {
            case .answered(let word): .answered(status: word)
            case .inconclusive(let failure): .inconclusive(recorded(failure))
            }
        return (recorded(status.target), outcome)
    }

    /// What was asked: mostly what the URL says, else in the name of another user.
    private func recorded(_ target: StatusTarget) -> StatusQuestion {
        let question = target.question
        guard question != StatusQuestion(of: target.url.url) else {
            return StatusQuestion(of: recorded(target.url.url))
        }
        let user = question.partnerUserID.map {
            masking.reveals || Placeholder($0) != nil ? $0 : Self.asterisks(for: $0)
        }
        let ofURL = StatusQuestion(of: recorded(target.url.url))
        return StatusQuestion(
            origin: question.origin, clientID: ofURL.clientID, productID: ofURL.productID, partnerUserID: user)
    }

    private static func asterisks(for text: String) -> String {
        String(repeating: "*", count: text.unicodeScalars.count)
    }
}
