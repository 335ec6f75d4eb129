/// What shows a rule at work: a small site, or what else it judges; documentation and test in one.
public struct RuleExample: Sendable {
    /// What a rule is shown.
    public enum Subject: Sendable {
        /// The markup of pages, in order.
        case pages([String])
        /// Files of a site by their names, in order: pages, scripts, JSON, hosting files.
        case files([(name: String, text: String)])
        /// The origins that the configuration declares, in order.
        case origins([String])
        /// The fields of Osteocom's answer, a line each, and the origins that the configuration declares.
        case response(String, origins: [String])
        /// What product-status answers about every embed, the partner's catalogue, and the markup of pages, in order.
        ///
        /// Without a status nothing is asked; without a catalogue none is known.
        case answers(status: String?, catalogue: Catalogue?, pages: [String])
        /// The markup of two renders of one page, for the same user or for two.
        case renders(before: String, after: String, areOfDifferentUsers: Bool)
    }

    /// What the example shows, in a few words: "the id is there", "one digit is missing".
    public let title: String
    /// What the rule is shown; `↓` stands where a finding of the rule is expected to start.
    public let subject: Subject
    /// The configuration under which it is judged; declared origins that are the subject are not in it.
    public let configuration: Configuration

    /// Makes an example of one or more pages.
    ///
    /// - Parameters:
    ///   - title: what it shows, in a few words.
    ///   - pages: their markup. Each `↓` marks the start of one expected finding; without any, the rule is silent.
    ///   - configuration: the default one unless the rule needs another.
    public init(_ title: String, _ pages: String..., configuration: Configuration = Configuration()) {
        self.title = title
        self.subject = .pages(pages)
        self.configuration = configuration
    }

    /// Makes an example of the files of a site.
    ///
    /// - Parameters:
    ///   - title: what it shows, in a few words.
    ///   - files: their names and texts. Each `↓` marks the start of one expected finding; without any, the rule is
    ///     silent.
    ///   - configuration: the default one unless the rule needs another.
    public init(
        _ title: String, files: KeyValuePairs<String, String>, configuration: Configuration = Configuration()
    ) {
        self.title = title
        self.subject = .files(files.map { (name: $0.key, text: $0.value) })
        self.configuration = configuration
    }

    /// Makes an example of declared origins.
    ///
    /// - Parameters:
    ///   - title: what it shows, in a few words.
    ///   - origins: as declared. A `↓` in front marks one that is to be reported; without any, the rule is silent.
    public init(_ title: String, origins: String...) {
        self.title = title
        self.subject = .origins(origins)
        self.configuration = Configuration()
    }

    /// Makes an example of an answer of Osteocom's and the origins that it is judged for.
    ///
    /// - Parameters:
    ///   - title: what it shows, in a few words.
    ///   - response: the answer's fields, a line each.
    ///   - origins: as declared. A `↓` in front marks one that a finding stands at; without any, the rule is silent.
    public init(_ title: String, response: String, origins: String...) {
        self.title = title
        self.subject = .response(response, origins: origins)
        self.configuration = Configuration()
    }

    /// Makes an example of what Osteocom answers about the embeds of one or more pages.
    ///
    /// - Parameters:
    ///   - title: what it shows, in a few words.
    ///   - status: what product-status answers about each of the embeds; nil where it is not asked.
    ///   - catalogue: the partner's catalogue; nil where none is known.
    ///   - pages: their markup. Each `↓` marks the start of one expected finding; without any, the rule is silent.
    public init(_ title: String, status: String? = nil, catalogue: Catalogue? = nil, pages: String...) {
        self.title = title
        self.subject = .answers(status: status, catalogue: catalogue, pages: pages)
        self.configuration = Configuration()
    }

    /// Makes an example of two renders of one page.
    ///
    /// - Parameters:
    ///   - title: what it shows, in a few words.
    ///   - before: the markup of the first render.
    ///   - after: the markup of the second. Each `↓` marks the start of one expected finding; without any, the rule is
    ///     silent.
    ///   - areOfDifferentUsers: whether they are those of two users.
    public init(_ title: String, before: String, after: String, areOfDifferentUsers: Bool = false) {
        self.title = title
        self.subject = .renders(before: before, after: after, areOfDifferentUsers: areOfDifferentUsers)
        self.configuration = Configuration()
    }

    /// Whether a finding is expected.
    public var isBad: Bool {
        switch subject {
        case .pages(let texts), .origins(let texts), .response(_, origins: let texts),
            .answers(_, _, pages: let texts):
            texts.contains { $0.contains("↓") }
        case .renders(_, let after, _): after.contains("↓")
        case .files(let files): files.contains { $0.text.contains("↓") }
        }
    }
}
