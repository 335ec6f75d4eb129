/// A check with a name: one file, with its explanation and its examples.
///
/// A rule conforms to one or more of `EmbedRule`, `PageRule`, `ScriptRule`, `DeliveredTextRule`, `SiteRule`,
/// `PagePolicyRule`, `ComparisonRule`, `OriginRule`, `FramingRule`, `StatusRule` and `SuppressionRule`, by what it has
/// to see.
public protocol Rule: Sendable {
    /// What the rule is called and why it exists.
    static var descriptor: RuleDescriptor { get }
    /// At least one good, two bad and one near-miss example; they are the rule's tests and its documentation.
    static var examples: [RuleExample] { get }
    /// Rules have no state.
    init()
}

/// A rule that judges one embed from its URL alone.
public protocol EmbedRule: Rule {
    /// What is wrong with an embed that a browser loads, or will after consent.
    ///
    /// Inert embeds are never handed to it: they get no finding but the one that says why they are inert.
    func check(_ embed: Embed, in site: Site) -> [Finding]
}

/// A rule that has to see the page: its elements, frames that are not Osteocom's, inert markup.
public protocol PageRule: Rule {
    /// What is wrong in a page.
    func check(_ page: Page, in site: Site) -> [Finding]
}

/// A rule that judges what a script does about embeds: one in a page, or a file of its own.
public protocol ScriptRule: Rule {
    /// What is wrong in a script.
    func check(_ script: Script, in site: Site) -> [Finding]
}

/// A rule that looks at the text of all that the site delivers: pages, scripts, source maps, JSON.
public protocol DeliveredTextRule: Rule {
    /// What is wrong in a text.
    ///
    /// - Parameters:
    ///   - text: what everybody can read.
    ///   - secrets: those that it holds, in order.
    ///   - site: what else is known.
    /// - Returns: what is wrong in it.
    func check(_ text: DeliveredText, holding secrets: [ExposedSecret], in site: Site) -> [Finding]
}

/// A rule that judges whether the pages' own policies let their embeds load.
public protocol PagePolicyRule: Rule {
    /// Judges the policies of all pages; called once, after the last page.
    ///
    /// - Parameters:
    ///   - survey: the pages, the fields that browsers get with each, and where their embeds' URLs lead.
    ///   - site: what else is known.
    /// - Returns: what is wrong, each finding at the policy or the frame that is to blame.
    func check(_ survey: PagePolicySurvey, in site: Site) -> [Finding]
}

/// A rule that compares pages.
public protocol SiteRule: Rule {
    /// Compares the embeds of all pages; called once, after the last page.
    ///
    /// - Parameters:
    ///   - embeds: every live and deferred embed, sorted by path and then by place.
    ///   - site: what else is known.
    /// - Returns: what is wrong between them.
    func check(_ embeds: [Embed], in site: Site) -> [Finding]
}

/// A rule that holds two renders of the same pages against each other.
public protocol ComparisonRule: Rule {
    /// Compares the renders; called once, after the last page of both.
    ///
    /// - Parameters:
    ///   - comparison: the renders, embed by embed.
    ///   - site: what else is known.
    /// - Returns: what is wrong, each finding in the second render.
    func check(_ comparison: RenderComparison, in site: Site) -> [Finding]
}

/// A rule that judges the origins that the configuration declares.
public protocol OriginRule: Rule {
    /// Judges all declared origins; called once.
    ///
    /// - Parameters:
    ///   - origins: those declared, in order, with what is to be said of each.
    ///   - site: what else is known.
    /// - Returns: what is wrong with them.
    func check(_ origins: [JudgedOrigin], in site: Site) -> [Finding]
}

/// A rule that judges what Osteocom answered about framing.
public protocol FramingRule: Rule {
    /// Judges the answers; called once, after the last of them.
    ///
    /// - Parameters:
    ///   - audit: the verdicts, and the answers that they rest on.
    ///   - site: what else is known.
    /// - Returns: what is wrong, each finding at the item of the origin that it is about.
    func check(_ audit: FramingAudit, in site: Site) -> [Finding]
}

/// A rule that judges what Osteocom says of the embeds' clients and products.
public protocol StatusRule: Rule {
    /// Whether it has nothing to say where no catalogue is known.
    static var needsCatalogue: Bool { get }
    /// Judges the answers of product-status and the catalogue; called once, after the last of them.
    ///
    /// - Parameters:
    ///   - audit: what was answered, with users' ids and secrets in the server's own words masked.
    ///   - site: what else is known.
    /// - Returns: what is wrong, each finding at the first embed that it is about.
    func check(_ audit: StatusAudit, in site: Site) -> [Finding]
}

extension StatusRule {
    /// Most rules look at what product-status answers.
    public static var needsCatalogue: Bool { false }
}

/// A rule that judges the comments that silence other rules; it is itself silenced by none.
public protocol SuppressionRule: Rule {
    /// Judges the comments of all pages; called once, when it is known what they silenced.
    ///
    /// - Parameters:
    ///   - outcomes: each comment, and which of its names did nothing; rules that were not run are in doubt and not
    ///     among these.
    ///   - site: what else is known.
    /// - Returns: what is wrong with them.
    func check(_ outcomes: [SuppressionOutcome], in site: Site) -> [Finding]
}

extension Rule {
    /// A finding of this rule.
    ///
    /// - Parameters:
    ///   - message: what is wrong: lower case, no full stop at the end. Never holds a whole `partnerUserId`.
    ///   - place: where it stands.
    ///   - embed: the embed that it is about, or nil.
    ///   - help: what to write or do instead.
    ///   - severity: the rule's own by default.
    ///   - related: further places.
    ///   - fault: what makes this fault another than the rule's others on the page; the message by default.
    ///   - fix: what cures it for certain, if anything does.
    /// - Returns: the finding, with the rule's id.
    public func finding(
        _ message: String,
        at place: Place?,
        embed: Embed? = nil,
        help: String? = nil,
        severity: Severity? = nil,
        related: [Place] = [],
        fault: String? = nil,
        fix: Fix? = nil
    ) -> Finding {
        Finding(
            rule: Self.descriptor.id,
            severity: severity ?? Self.descriptor.severity,
            message: message,
            help: help,
            place: place,
            related: related,
            embed: embed?.ordinal,
            fault: fault,
            fix: fix
        )
    }
}
