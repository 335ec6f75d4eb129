public import WebURL

/// What the live part of an audit found out about framing; what the framing rules look at.
public struct FramingAudit: Sendable {
    /// A page that was fetched, with the origin that serves it.
    public struct ServedPage: Sendable, Hashable {
        /// The origin of its final URL.
        public let origin: Origin
        /// The page, by its URL.
        public let place: Place

        /// Makes a page.
        public init(origin: Origin, place: Place) {
            self.origin = origin
            self.place = place
        }
    }

    /// One verdict for each URL and chain, in the order of the URLs, then of the chains.
    public let verdicts: [FramingVerdict]
    /// The verdicts for the origin that must not be allowed, of the URLs that were asked in its name.
    public let controls: [FramingVerdict]
    /// The pages with embeds that were fetched.
    public let pages: [ServedPage]
    /// The verdicts by host and client, in the order of the first embed of each; without those about faulty embeds.
    public let clients: [ClientFraming]
    /// The chains that there is a verdict about, in order.
    public let chains: [AncestorChain]
    /// The users' ids in the URLs that were asked.
    let userIdentifiers: [String]
    /// The origins that configuration and arguments declare.
    public let declared: Set<Origin>

    /// Makes an audit; by default nothing was found out.
    ///
    /// - Parameters:
    ///   - verdicts: one for each URL and chain.
    ///   - controls: those for the origin that must not be allowed.
    ///   - pages: the pages with embeds that were fetched.
    ///   - declared: the origins declared; nil for those of the verdicts.
    public init(
        verdicts: [FramingVerdict] = [], controls: [FramingVerdict] = [], pages: [ServedPage] = [],
        declared: Set<Origin>? = nil
    ) {
        self.verdicts = verdicts
        self.controls = controls
        self.pages = pages
        clients = ClientFraming.clients(of: verdicts, controls: controls)
        var seen: Set<AncestorChain> = []
        chains = verdicts.map(\.chain).filter { seen.insert($0).inserted }
        userIdentifiers = Set(verdicts.flatMap { Masking.identifiers(in: $0.target.embed.url) }).sorted()
        self.declared = declared ?? Set(chains.filter(\.isDeclared).flatMap(\.origins))
    }
}
