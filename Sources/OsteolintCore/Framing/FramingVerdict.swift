public import ContentSecurityPolicy
import WebURL

/// Whether a browser shows one embed below one chain of ancestors.
public struct FramingVerdict: Sendable {
    /// What was found out.
    public enum Outcome: Sendable {
        /// What a browser does.
        case decided(FramingDecision)
        /// It is not known, and why.
        case inconclusive(FetchFailure)
    }

    /// The embed's URL.
    public let target: FramingTarget
    /// The ancestors.
    public let chain: AncestorChain
    /// What was found out.
    public let outcome: Outcome
    /// The response that was judged; nil where none came.
    public let response: EmbedResponse?

    /// Judges a response.
    ///
    /// - Parameters:
    ///   - target: the embed's URL.
    ///   - chain: the ancestors.
    ///   - response: what came of asking; nil where it was not asked.
    ///   - refusal: why it was not asked.
    public init(
        target: FramingTarget, chain: AncestorChain, response: EmbedResponse?, refusal: FetchFailure = .interrupted
    ) {
        self.target = target
        self.chain = chain
        self.response = response
        guard let response, let last = response.hops.last, response.failure == nil else {
            outcome = .inconclusive(response?.failure ?? refusal)
            return
        }
        let question = FramingQuestion(
            embedURL: last.url, wasRedirected: response.hops.count > 1, fields: last.fields, ancestors: chain.origins)
        outcome = .decided(question.decide())
    }

    /// The decision; nil where there is none.
    public var decision: FramingDecision? {
        guard case .decided(let decision) = outcome else { return nil }
        return decision
    }

    /// Why it is not known; nil where it is.
    public var failure: FetchFailure? {
        guard case .inconclusive(let failure) = outcome else { return nil }
        return failure
    }

    /// Whether a browser shows the embed; false also where it is not known.
    public var isAllowed: Bool { decision?.verdict == .allowed }

    /// Whether a browser blocks the embed; false also where it is not known.
    public var isBlocked: Bool { decision?.verdict == .blocked }

    /// The policies that came with the last response; none where it is not known.
    public var policies: PolicyList {
        PolicyList(decision == nil ? [] : response?.hops.last?.fields ?? [])
    }

    /// Whether the answer was given to another origin than the one judged.
    public var isBorrowed: Bool { response.map { $0.origin != chain.embedder } ?? false }
}
