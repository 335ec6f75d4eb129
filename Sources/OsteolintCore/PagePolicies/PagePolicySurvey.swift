public import WebURL

/// All pages with the fields that browsers get with each, and where their embeds' URLs lead.
public struct PagePolicySurvey: Sendable {
    /// A page with its embeds and the fields that come with it.
    public struct SurveyedPage: Sendable {
        /// The path as shown in reports.
        public let path: String
        /// Where it is served, or taken to be where nobody said.
        public let url: WebURL
        /// Its live and deferred embeds, in source order.
        public let embeds: [Embed]
        /// Its fields: those of its markup, of its response, of the hosting files.
        public let fields: [PageField]
    }

    /// The pages that have an embed, sorted by path.
    public let pages: [SurveyedPage]
    /// The responses that embeds' URLs, without their fragments, were seen to lead to, in order.
    private let answers: [WebURL: [ResponseHop]]
    /// What hosting files say of these pages that cannot be judged, each once, in order.
    public let remarks: [Remark]

    /// Puts a survey together.
    ///
    /// - Parameters:
    ///   - pages: the pages that were parsed, sorted by path.
    ///   - hosting: what the hosting files say.
    ///   - answers: the responses that embeds' URLs were seen to lead to; nothing is known of them offline.
    public init(_ pages: [LintedPage], hosting: [HostingFile], answers: [WebURL: [ResponseHop]] = [:]) {
        var remarks: [Remark] = []
        var seen: Set<Remark> = []
        self.answers = answers
        self.pages = pages.compactMap { page in
            let embeds = page.embeds.filter { $0.state != .inert }
            guard !embeds.isEmpty else { return nil }
            let hosted = HostedPage(path: page.path, sitePath: page.sitePath)
            let judgements = hosting.map { $0.judgement(of: hosted) }
            remarks += judgements.flatMap(\.remarks).filter { seen.insert($0).inserted }
            return SurveyedPage(
                path: page.path, url: page.url, embeds: embeds, fields: page.fields + judgements.flatMap(\.fields))
        }
        self.remarks = remarks
    }

    /// The responses that the URL of an embed led to, in order; none where none is known.
    public func answers(to embed: Embed) -> [ResponseHop] { answers[embed.url.url.withoutFragment] ?? [] }
}

extension FramingAudit {
    /// The responses that embeds' URLs led to, of those that were answered by the embed itself.
    public var answers: [WebURL: [ResponseHop]] {
        Dictionary(
            verdicts.compactMap { verdict in
                guard let response = verdict.response, response.failure == nil else { return nil }
                return (verdict.target.url, response.hops)
            }
        ) { first, _ in first }
    }
}
