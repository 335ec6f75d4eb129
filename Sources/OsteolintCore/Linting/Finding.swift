/// One fault at one place; SARIF's *result*.
public struct Finding: Sendable, Hashable {
    /// The id of the rule that found it.
    public var rule: String
    /// How bad it is.
    public var severity: Severity
    /// What is wrong, in one sentence that begins in lower case and has no full stop at its end.
    public var message: String
    /// What to write or do instead; nil where there is nothing to add.
    public var help: String?
    /// Where it stands; nil for one that comes from arguments alone.
    public var place: Place?
    /// Further places of the same fault, or what it is about.
    public var related: [Place]
    /// The place in `Page.embeds` of the embed that it is about, counted from zero, or nil.
    public var embed: Int?
    /// What makes this fault another one than a fault of the same rule beside it; it holds no line numbers. The linter
    /// takes users' ids out of it and folds its white space.
    public var fault: String
    /// Where the element that it is about stands; filled in by the linter, nil where it is about none.
    public internal(set) var element: ElementPlace?
    /// Whether the markup is what is wrong; where it is not, the same message about other markup is the same fault.
    public var isInMarkup: Bool
    /// What cures it for certain, written into its page; nil where that takes a person. Saved reports have none.
    public var fix: Fix?
    /// Whether it is only so once the page's scripts have run; then it stands nowhere in the source.
    public var isRendered = false
    /// The source line, or the tag of a rendered page; filled in by the linter.
    public var snippet: Snippet?
    /// What it shares with equal faults in the same place of the page's structure, filled in for the report: a hash of
    /// rule, path, fault and the elements around it.
    public internal(set) var content: UInt64 = 0
    /// Filled in for the report, in which no two are equal: stays the same when lines move.
    public var fingerprint: String
    /// Why it does not count; nil where it does.
    public var suppression: Suppression?

    /// Whether a baseline or a comment in the page says that it is known.
    public var isSuppressed: Bool { suppression != nil }

    /// Makes a finding; rules use `Rule.finding(…)`, which fills in their own id.
    public init(
        rule: String,
        severity: Severity,
        message: String,
        help: String? = nil,
        place: Place?,
        related: [Place] = [],
        embed: Int? = nil,
        fault: String? = nil,
        fix: Fix? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.help = help
        self.place = place
        self.related = related
        self.embed = embed
        self.fault = fault ?? message
        self.fix = fix
        self.isInMarkup = true
        self.snippet = nil
        self.fingerprint = ""
        self.suppression = nil
    }
}

/// The source line of a finding.
public struct Snippet: Sendable, Hashable {
    /// The line without its line end; of a very long line the part around the finding.
    public let text: String
    /// The column of the first scalar of `text`, counted from one; more than one where the line was cut.
    public let firstColumn: Int

    /// Makes a snippet.
    public init(text: String, firstColumn: Int) {
        self.text = text
        self.firstColumn = firstColumn
    }
}
