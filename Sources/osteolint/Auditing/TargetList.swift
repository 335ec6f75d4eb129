import OsteolintCore
import OsteolintNetwork
import WebURL

/// The distinct URLs of the embeds found, and those that are not asked about.
struct TargetList {
    /// What to ask about, in the order of the embeds.
    private(set) var targets: [FramingTarget] = []
    /// What is not asked about, and why.
    private(set) var skipped: [Skip] = []

    /// The rules whose findings say that the embed asks for nobody's list.
    private static let rulesOfClient: Set = ["client-id-missing", "client-id-malformed", "client-id-mismatch"]

    /// Collects the URLs of the live and deferred embeds.
    ///
    /// - Parameters:
    ///   - pages: sorted by path.
    ///   - contacts: whom osteolint may talk to.
    ///   - masking: hides users' ids in what is listed as skipped.
    ///   - isTemplate: whether the pages are templates, in which placeholders are expected.
    init(_ pages: [LintedPage], contacts: ContactList, masking: Masking, isTemplate: Bool) {
        var order: [WebURL] = []
        var groups: [WebURL: [Embed]] = [:]
        var faulty: Set<WebURL> = []
        for page in pages {
            for finding in page.findings where Self.rulesOfClient.contains(finding.rule) {
                if let ordinal = finding.embed { faulty.insert(page.embeds[ordinal].url.url.withoutFragment) }
            }
        }
        for embed in pages.flatMap(\.embeds) where embed.state != .inert {
            let url = embed.url.url.withoutFragment
            if groups[url] == nil { order.append(url) }
            groups[url, default: []].append(embed)
        }
        for url in order {
            let group = groups[url] ?? []
            if let reason = Self.reasonToSkip(group[0], url, contacts, isTemplate: isTemplate) {
                skipped.append(Skip(subject: masking.masked(url), reason: reason))
            } else {
                let isFaulty = faulty.contains(url) || group[0].url.occurrences(of: .clientID).isEmpty
                targets.append(
                    FramingTarget(url: url, embed: group[0], places: group.map(\.place), isFaulty: isFaulty))
            }
        }
    }

    private static func reasonToSkip(
        _ embed: Embed, _ url: WebURL, _ contacts: ContactList, isTemplate: Bool
    ) -> Skip.Reason? {
        if embed.url.fields.contains(where: \.isSecret) { return .secretInURL }
        if isTemplate, embed.url.parameter(.clientID)?.placeholder != nil { return .template }
        if contacts.allows(url) { return nil }
        return url.scheme == "https" ? .hostRefused : .insecureScheme
    }
}
