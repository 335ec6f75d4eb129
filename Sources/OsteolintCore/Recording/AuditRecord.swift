public import WebURL

/// What an audit asked and what was answered, so that it can be judged again without asking.
///
/// Its parts name one another by their index. Made from an audit, it holds neither secrets nor, unless they were to be
/// shown, users' ids.
public struct AuditRecord: Sendable {
    /// A URL that was asked about.
    public struct Target: Sendable {
        /// The URL without its fragment.
        public let url: WebURL
        /// The index of the embed that it was first found in.
        public let embed: Int
        /// The start tags of all embeds with this URL.
        public let places: [Place]
        /// Whether the embed has a fault that the client's list has nothing to do with.
        public let isFaulty: Bool

        /// Makes a target.
        public init(url: WebURL, embed: Int, places: [Place], isFaulty: Bool) {
            self.url = url
            self.embed = embed
            self.places = places
            self.isFaulty = isFaulty
        }
    }

    /// A question about framing, and which answer is to be judged for it.
    public struct Question: Sendable, Hashable {
        /// The index of the URL.
        public let target: Int
        /// The index of the chain of ancestors.
        public let chain: Int
        /// The index of the answer; nil where nothing came.
        public let response: Int?
        /// Why nothing came; nil where an answer is there.
        public let refusal: FetchFailure?

        /// Makes a question.
        public init(target: Int, chain: Int, response: Int?, refusal: FetchFailure?) {
            self.target = target
            self.chain = chain
            self.response = response
            self.refusal = refusal
        }
    }

    /// A question for product-status with its answer.
    public struct Status: Sendable {
        /// What was asked.
        public let question: StatusQuestion
        /// The indexes of the embeds that it was asked for, never none; the first one's URL is its.
        public let embeds: [Int]
        /// What was found out.
        public let outcome: ProductStatus.Outcome
        /// How many requests were made for it.
        public let attempts: Int
        /// How long they took together, in milliseconds; nil where none was made.
        public let milliseconds: Int?

        /// Makes a status.
        public init(
            question: StatusQuestion, embeds: [Int], outcome: ProductStatus.Outcome, attempts: Int, milliseconds: Int?
        ) {
            self.question = question
            self.embeds = embeds
            self.outcome = outcome
            self.attempts = attempts
            self.milliseconds = milliseconds
        }
    }

    /// As much of a partner's catalogue as the embeds show anyway.
    public struct KnownProducts: Sendable, Hashable {
        /// The client whose catalogue it is.
        public let clientID: String
        /// Which of the products that are embedded it has, in lower case, sorted.
        public let products: [String]

        /// Makes an extract.
        public init(clientID: String, products: [String]) {
            self.clientID = clientID
            self.products = products
        }
    }

    /// The embeds that the other parts are about, sorted by path and then by place.
    public let embeds: [Embed]
    /// The origins that configuration and arguments declare, sorted.
    public let declared: [Origin]
    /// The pages with embeds that were fetched.
    public let pages: [FramingAudit.ServedPage]
    /// The URLs that were asked about.
    public let targets: [Target]
    /// The chains of ancestors; the control is among them where it was asked for.
    public let chains: [AncestorChain]
    /// The answers, each once.
    public let responses: [EmbedResponse]
    /// The questions in the order of the verdicts.
    public let questions: [Question]
    /// The questions for the origin that must not be allowed.
    public let controls: [Question]
    /// The questions for product-status, in order.
    public let statuses: [Status]
    /// What is known of the catalogue; nil where none is.
    public let catalogue: KnownProducts?
    /// The environment that the catalogue is of.
    public let environment: Environment?

    /// Makes a record of its parts, whose indexes must be those of one another.
    public init(
        embeds: [Embed], declared: [Origin], pages: [FramingAudit.ServedPage], targets: [Target],
        chains: [AncestorChain], responses: [EmbedResponse], questions: [Question], controls: [Question],
        statuses: [Status], catalogue: KnownProducts?, environment: Environment?
    ) {
        self.embeds = embeds
        self.declared = declared
        self.pages = pages
        self.targets = targets
        self.chains = chains
        self.responses = responses
        self.questions = questions
        self.controls = controls
        self.statuses = statuses
        self.catalogue = catalogue
        self.environment = environment
    }
}

// MARK: - Judged again

extension AuditRecord {
    /// The answers about framing, judged by this osteolint.
    public var framingAudit: FramingAudit {
        let targets = targets.map { target in
            FramingTarget(
                url: target.url, embed: embeds[target.embed], places: target.places, isFaulty: target.isFaulty)
        }
        let verdict = { (question: Question) in
            FramingVerdict(
                target: targets[question.target], chain: chains[question.chain],
                response: question.response.map { responses[$0] }, refusal: question.refusal ?? .interrupted)
        }
        return FramingAudit(
            verdicts: questions.map(verdict), controls: controls.map(verdict), pages: pages, declared: Set(declared))
    }

    /// The answers of product-status.
    ///
    /// The catalogue has but the products that are embedded, so it tells of none that is missing as the whole one would.
    public var statusAudit: StatusAudit {
        let statuses = statuses.map { status in
            let asked = status.embeds.map { embeds[$0] }
            return ProductStatus(
                target: StatusTarget(question: status.question, url: asked[0].url, embeds: asked),
                outcome: status.outcome, attempts: status.attempts, milliseconds: status.milliseconds)
        }
        let known = catalogue.map { known in
            Catalogue(
                clientID: known.clientID, channels: known.products.map { Catalogue.Channel(id: $0, title: "") },
                source: .api)
        }
        return StatusAudit(statuses: statuses, catalogue: known, embeds: embeds, environment: environment)
    }
}
