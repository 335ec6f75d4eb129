public import ContentSecurityPolicy
public import WebURL

/// A framing verdict as a report shows it; users' ids are masked unless they were to be shown.
public struct ReportedFraming: Sendable, Hashable {
    /// One response on the way.
    public struct Hop: Sendable, Hashable {
        /// The URL that was asked.
        public let url: String
        /// The status code.
        public let status: Int

        /// Makes a response from the URL that was asked and the status code.
        public init(url: String, status: Int) {
            self.url = url
            self.status = status
        }
    }

    /// The embed's URL.
    public let url: String
    /// The origins of the pages around it, outermost first.
    public let ancestors: [String]
    /// `allowed`, `blocked` or `inconclusive`.
    public let verdict: String
    /// What decided; nil where nothing did.
    public let decidedBy: Decider?
    /// Why it is inconclusive; nil where it is decided.
    public let reason: Failure.Reason?
    /// The proof, step by step.
    public let steps: [String]
    /// Whether browsers differ here.
    public let isBrowserDependent: Bool
    /// The responses in order.
    public let hops: [Hop]

    /// Makes the reports of verdicts, in order.
    public static func reports(_ verdicts: [FramingVerdict], masking: Masking) -> [ReportedFraming] {
        // Most URLs stand in many verdicts.
        var shown: [WebURL: String] = [:]
        for verdict in verdicts {
            for url in [verdict.target.url] + (verdict.response?.hops.map(\.url) ?? []) where shown[url] == nil {
                shown[url] = masking.masked(url)
            }
        }
        return verdicts.map { ReportedFraming($0, shown: shown, masking: masking) }
    }

    /// Makes a verdict as a report showed it.
    public init(
        url: String, ancestors: [String], verdict: String, decidedBy: Decider?, reason: Failure.Reason?,
        steps: [String], isBrowserDependent: Bool, hops: [Hop]
    ) {
        self.url = url
        self.ancestors = ancestors
        self.verdict = verdict
        self.decidedBy = decidedBy
        self.reason = reason
        self.steps = steps
        self.isBrowserDependent = isBrowserDependent
        self.hops = hops
    }

    private init(_ verdict: FramingVerdict, shown: [WebURL: String], masking: Masking) {
        let identifiers = Masking.identifiers(in: verdict.target.embed.url)
        url = shown[verdict.target.url] ?? ""
        ancestors = verdict.chain.origins.map(\.serialized)
        hops = (verdict.response?.hops ?? []).map { Hop(url: shown[$0.url] ?? "", status: $0.status) }
        switch verdict.outcome {
        case .inconclusive(let failure):
            self.verdict = "inconclusive"
            decidedBy = nil
            reason = failure.reason
            let message = verdict.response?.failureMessage ?? failure.message
            steps = [masking.masked(snippet: message, identifiers: identifiers)]
            isBrowserDependent = false
        case .decided(let decision):
            self.verdict = decision.verdict.rawValue
            decidedBy = decision.decidedBy.map { $0.masked { masking.masked(snippet: $0, identifiers: identifiers) } }
            reason = nil
            let borrowed = verdict.isBorrowed ? [Self.borrowing(verdict)] : []
            steps = (borrowed + decision.steps).map { masking.masked(snippet: $0, identifiers: identifiers) }
            isBrowserDependent = decision.isBrowserDependent
        }
    }

    private static func borrowing(_ verdict: FramingVerdict) -> String {
        "the answer to \(verdict.response?.origin?.serialized ?? "another origin") is judged, "
            + "since the policy does not differ between origins"
    }
}

extension Masking {
    /// A URL as it may be shown.
    public func masked(_ url: WebURL) -> String {
        let text = url.href
        let start = SourceLocation(line: 1, column: 1)
        return masked(
            EmbedURL(source: LocatedText(text, runs: [.init(offset: 0, location: start)], end: start), url: url)
        )
        .href
    }
}

extension Decider {
    /// The same with its texts masked, which the server has written.
    fileprivate func masked(_ mask: (String) -> String) -> Decider {
        switch self {
        case .policy(let index, let expression): .policy(index, expression: expression.map(mask))
        case .frameOptions(let value): .frameOptions(mask(value))
        }
    }
}
