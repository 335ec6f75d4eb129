public import WebURL

/// All pages with the fields that browsers get with each, and where their embeds' URLs lead.
public struct PagePolicySurvey: Sendable {
    /// A page with its embeds and the fields that come with it.
    public struct SurveyedPage: Sendable {
        /// The path as shown in reports.
        public let path: String
        /// Its live and deferred embeds, in source order.
        public let embeds: [Embed]
        /// Its fields: those of its markup, of its response, of the hosting files.
        public let fields: [PageField]
    }

    /// The pages that have an embed, sorted by path.
    public let pages: [SurveyedPage]
    /// Where embeds' URLs were seen to lead: the URLs that were asked after the first one, in order.
    public let redirects: [WebURL: [WebURL]]

    /// Puts a survey together.
    ///
    /// - Parameters:
    ///   - pages: the pages that were parsed, sorted by path.
    ///   - hosting: what the hosting files say.
    ///   - redirects: where embeds' URLs were seen to lead; nothing is known of it offline.
    public init(_ pages: [LintedPage], hosting: [HostingFile], redirects: [WebURL: [WebURL]] = [:]) {
        self.redirects = redirects
        self.pages = pages.compactMap { page in
            let embeds = page.embeds.filter { $0.state != .inert }
            guard !embeds.isEmpty else { return nil }
            let hosted = HostedPage(path: page.path, sitePath: page.sitePath)
            return SurveyedPage(
                path: page.path, embeds: embeds, fields: page.fields + hosting.flatMap { $0.fields(of: hosted) })
        }
    }
}
