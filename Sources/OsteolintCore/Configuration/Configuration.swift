/// How the pages came to be, which decides what a literal in them means.
public enum Rendering: String, Sendable, Hashable, CaseIterable {
    /// Built once, served to everybody: any literal is shared by all visitors.
    case `static`
    /// Each page as one signed-in user got it.
    case snapshot
    /// Templates before they are filled in: placeholders are expected.
    case template
}

/// An item of the configuration's `origins`.
public struct DeclaredOrigin: Sendable, Hashable {
    /// The text as written.
    public let text: String
    /// Where it stands; nil for one given on the command line.
    public let place: Place?
    /// The line of the configuration that it stands in; nil for one given on the command line.
    public let line: Snippet?

    /// Makes an item.
    public init(text: String, place: Place?, line: Snippet? = nil) {
        self.text = text
        self.place = place
        self.line = line
    }
}

/// What `.osteolint.yml` and the flags say.
public struct Configuration: Sendable {
    /// The `clientId` that the embeds must carry; nil when any will do.
    public var clientID: String?
    /// The environment that the embeds must point at; nil when both of Osteocom's will do.
    public var environment: Environment?
    /// The origins that host the pages.
    public var origins: [DeclaredOrigin]
    /// How the pages came to be.
    public var rendering: Rendering
    /// Globs of the pages to read, relative to each folder named; `**` crosses folders.
    public var include: [String]
    /// Globs of what to leave out.
    public var exclude: [String]
    /// Settings of single rules, by id.
    public var rules: [String: RuleSetting]
    /// The path of the baseline, relative to the configuration's folder.
    public var baseline: String?
    /// Hosting files that are about all pages, wherever they lie.
    public var hosting: [NamedHostingFile]

    /// The globs used when the configuration names none.
    public static let defaultInclude = ["**/*.{html,htm,xhtml}"]

    /// Makes a configuration; without arguments, the one that is used where there is no file.
    public init(
        clientID: String? = nil,
        environment: Environment? = nil,
        origins: [DeclaredOrigin] = [],
        rendering: Rendering = .static,
        include: [String] = Self.defaultInclude,
        exclude: [String] = [],
        rules: [String: RuleSetting] = [:],
        baseline: String? = nil,
        hosting: [NamedHostingFile] = []
    ) {
        self.clientID = clientID
        self.environment = environment
        self.origins = origins
        self.rendering = rendering
        self.include = include
        self.exclude = exclude
        self.rules = rules
        self.baseline = baseline
        self.hosting = hosting
    }

    /// Whether pages may be served over plain http, so that a protocol-relative URL may become one.
    public var declaresInsecureOrigin: Bool {
        origins.contains { $0.text.lowercased().hasPrefix("http:") }
    }
}
