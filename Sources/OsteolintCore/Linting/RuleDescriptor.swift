/// What a rule is called, what it means and why it exists; SARIF's *reportingDescriptor*.
public struct RuleDescriptor: Sendable, Hashable {
    /// The part of the integration that a rule looks at; the catalogue is sorted by it.
    public enum Topic: String, Sendable, Hashable, CaseIterable {
        /// The parameters in the embed's URL.
        case parameters = "Parameters"
        /// The embed's URL as a whole.
        case url = "URL"
        /// The element that holds the embed.
        case element = "Element"
        /// What surrounds the embed in its page.
        case page = "Page"
        /// The origins that host the pages, and what Osteocom's answer says of them.
        case originsAndFraming = "Origins and framing"
        /// What Osteocom says of the embed's client and product.
        case status = "Status and catalogue"
    }

    /// The id in kebab-case, as in reports and in the configuration.
    public let id: String
    /// What it looks at.
    public let topic: Topic
    /// What it reports, in one sentence.
    public let summary: String
    /// The severity unless the configuration says another.
    public let severity: Severity
    /// What the visitor sees because of the fault, and why; one or more paragraphs of plain text.
    public let rationale: String
    /// What to write instead, in general.
    public let remedy: String
    /// Where it is written: names and addresses of standards and of Osteocom's documents.
    public let references: [String]

    /// Makes a descriptor.
    public init(
        id: String,
        topic: Topic,
        summary: String,
        severity: Severity,
        rationale: String,
        remedy: String,
        references: [String]
    ) {
        self.id = id
        self.topic = topic
        self.summary = summary
        self.severity = severity
        self.rationale = rationale
        self.remedy = remedy
        self.references = references
    }
}
