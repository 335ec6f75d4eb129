/// What a run found out, sorted and ready to be written; SARIF's *run*.
public struct Report: Sendable, Equatable {
    /// The outcome in one word.
    public enum Verdict: String, Sendable, Hashable {
        /// Checked, and nothing to object.
        case pass
        /// Something is wrong.
        case fail
        /// Something could not be checked.
        case inconclusive
    }

    /// How much of everything there is.
    public struct Summary: Sendable, Hashable {
        /// Pages that were read.
        public var files = 0
        /// Pages of them that could hold an embed, so that they were parsed.
        public var parsed = 0
        /// Osteocom's frames in them, the inert ones too.
        public var embeds = 0
        /// Findings that are errors; suppressed ones are not counted here.
        public var errors = 0
        /// Findings that are warnings.
        public var warnings = 0
        /// Findings that are notes.
        public var notes = 0
        /// Findings that are known.
        public var suppressed = 0
        /// What could not be checked.
        public var failures = 0
        /// Entries of the baseline that no longer occur, where that makes the run fail.
        public var staleEntries = 0

        /// Makes a summary of nothing.
        public init() {}
    }

    /// The command that made it.
    public var command: String
    /// The outcome in one word.
    public var verdict: Verdict
    /// The exit status that says the same.
    public var exitStatus: Int32
    /// The counts.
    public var summary: Summary
    /// Osteocom's frames, sorted by path and place.
    public var embeds: [ReportedEmbed]
    /// The findings, sorted by path, place and rule; their `embed` is an index into `embeds`.
    public var findings: [Finding]
    /// What could not be checked, sorted by subject.
    public var failures: [Failure]
    /// The declared origins, in the order of the configuration or of the arguments.
    public var origins: [OriginJudgement]
    /// The framing verdicts, in the order of the embeds, then of the origins.
    public var framing: [ReportedFraming]
    /// What product-status answered, in the order of the embeds or of the arguments.
    public var statuses: [ReportedStatus]
    /// The partner's catalogue; nil where none is known.
    public var catalogue: ReportedCatalogue?
    /// What was not tried.
    public var skipped: [Skip]
    /// What to know about how the run was made.
    public var remarks: [Remark]
    /// From which severity on a finding makes the run fail; nil for none.
    public var failOn: Severity? = .error
    /// Whether what could not be checked is passed over.
    public var passesInconclusive = false

    /// Whether a finding makes the run fail.
    public func isFailed(by finding: Finding) -> Bool {
        guard let failOn, !finding.isSuppressed else { return false }
        return finding.severity >= failOn
    }
}

extension Report {
    /// Makes a report that says nothing yet but how a run ended, as one that was written before is read.
    public init(command: String, verdict: Verdict, exitStatus: Int32) {
        self.init(
            command: command, verdict: verdict, exitStatus: exitStatus, summary: Summary(), embeds: [], findings: [],
            failures: [], origins: [], framing: [], statuses: [], catalogue: nil, skipped: [], remarks: [])
    }
}

/// An embed as a report shows it; users' ids are masked unless they were to be shown.
public struct ReportedEmbed: Sendable, Hashable {
    /// The path of its page.
    public internal(set) var path: String
    /// Where its tag begins; for a rendered one, in the markup that the browser gave back.
    public let location: SourceLocation
    /// The name of its element.
    public let element: String
    /// `live`, `deferred` or `inert`.
    public let state: String
    /// Why it is in that state.
    public let context: String
    /// The attribute that holds its URL, as parsed.
    public let src: String
    /// What it resolves to.
    public let url: String
    /// `production`, `test`, `custom`, or nil for another subdomain of Osteocom's.
    public let environment: String?
    /// The parameter, or nil when it is absent.
    public let clientID: String?
    /// The parameter, or nil when it is absent.
    public let productID: String?
    /// The parameter, or nil when it is absent.
    public let partnerUserID: String?
    /// Whether it is only there once the page's scripts have run.
    public internal(set) var isRendered: Bool

    /// Makes an embed as a report showed it.
    public init(
        path: String, location: SourceLocation, element: String, state: String, context: String, src: String,
        url: String, environment: String?, clientID: String?, productID: String?, partnerUserID: String?,
        isRendered: Bool = false
    ) {
        self.path = path
        self.location = location
        self.element = element
        self.state = state
        self.context = context
        self.src = src
        self.url = url
        self.environment = environment
        self.clientID = clientID
        self.productID = productID
        self.partnerUserID = partnerUserID
        self.isRendered = isRendered
    }

    init(_ embed: Embed, masking: Masking) {
        let shown = masking.masked(embed.url)
        path = embed.path
        location = embed.tag.start
        element = embed.element
        state = embed.state.rawValue
        context = embed.context
        src = shown.source
        url = shown.href
        environment = embed.environment?.kind
        clientID = embed.url.parameter(.clientID)?.value
        productID = embed.url.parameter(.productID)?.value
        partnerUserID = embed.url.parameter(.partnerUserID).map(masking.shown)
        isRendered = embed.isRendered
    }
}

extension Masking {
    /// A user's id as it may be shown; a placeholder is nobody's.
    fileprivate func shown(_ parameter: EmbedParameter) -> String {
        guard !reveals, parameter.placeholder == nil else { return parameter.value }
        return String(repeating: "*", count: parameter.value.unicodeScalars.count)
    }
}
