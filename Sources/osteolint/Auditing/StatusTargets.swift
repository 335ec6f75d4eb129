import OsteolintCore
import OsteolintNetwork
import WebURL

/// The distinct questions for product-status that the embeds found come to, and the embeds that are not asked about.
struct StatusTargets {
    /// What to ask, in the order of the embeds.
    private(set) var targets: [StatusTarget] = []
    /// What is not asked, and why.
    private(set) var skipped: [Skip] = []

    /// The rules whose findings say that no card can come of the embed.
    private static let rulesOfParameters: Set = [
        "client-id-missing", "client-id-malformed", "product-id-missing", "product-id-malformed",
        "partner-user-id-missing", "partner-user-id-placeholder",
    ]

    /// Collects the questions of the live and deferred embeds.
    ///
    /// - Parameters:
    ///   - pages: sorted by path.
    ///   - contacts: whom osteolint may ask.
    ///   - user: the `partnerUserId` to ask with instead of the embeds' own, if any.
    ///   - masking: hides users' ids in what is listed as skipped.
    ///   - isTemplate: whether the pages are templates, in which placeholders are expected.
    init(_ pages: [LintedPage], contacts: ContactList, user: String?, masking: Masking, isTemplate: Bool) {
        // Hexadecimal digits are the same product in either case; asked is what the first embed says.
        var order: [(key: StatusQuestion, question: StatusQuestion)] = []
        var groups: [StatusQuestion: [Embed]] = [:]
        for page in pages {
            let faulty = Set(page.findings.filter { Self.rulesOfParameters.contains($0.rule) }.compactMap(\.embed))
            for embed in page.embeds where embed.state != .inert {
                let question = StatusQuestion(of: embed.url.url).asked(with: user)
                let isFaulty = faulty.contains(embed.ordinal) || question.isIncomplete
                let template = isTemplate && embed.hasPlaceholder(besidesUser: user != nil)
                if let reason = Self.reasonToSkip(embed, contacts, isTemplate: template, isFaulty: isFaulty) {
                    skipped.append(Skip(subject: masking.masked(embed.url.url.withoutFragment), reason: reason))
                } else {
                    let key = question.withLowercaseProduct
                    if groups[key] == nil { order.append((key, question)) }
                    groups[key, default: []].append(embed)
                }
            }
        }
        targets = order.compactMap { key, question in
            groups[key].map { StatusTarget(question: question, url: $0[0].url, embeds: $0) }
        }
        var seen: Set<Skip> = []
        skipped = skipped.filter { seen.insert($0).inserted }
    }

    private static func reasonToSkip(
        _ embed: Embed, _ contacts: ContactList, isTemplate: Bool, isFaulty: Bool
    ) -> Skip.Reason? {
        let url = embed.url.url
        if embed.url.fields.contains(where: \.isSecret) { return .secretInURL }
        if !contacts.allows(url) { return url.scheme == "https" ? .hostRefused : .insecureScheme }
        if isTemplate { return .template }
        return isFaulty ? .faultyOffline : nil
    }
}

extension StatusTargets {
    /// Leaves out what a catalogue tells already: all products of its client but one, since a catalogue says nothing of
    /// a client that is offline or set up for another integration.
    ///
    /// - Parameters:
    ///   - catalogue: the client's.
    ///   - owner: whose catalogue it is.
    ///   - masking: hides users' ids in what is listed as skipped.
    mutating func spare(_ catalogue: Catalogue, of owner: CatalogueOwner, masking: Masking) {
        let known = Set(catalogue.channels.map { $0.id.lowercased() })
        let covered = targets.indices.filter { targets[$0].embeds.first.map(owner.owns) ?? false }
        let listed = covered.first { known.contains(targets[$0].question.productID?.lowercased() ?? "") }
        guard let probed = listed ?? covered.first else { return }
        let spared = Set(covered).subtracting([probed])
        skipped += spared.sorted().map {
            Skip(subject: masking.masked(targets[$0].url.url.withoutFragment), reason: .knownFromCatalogue)
        }
        targets = targets.indices.filter { !spared.contains($0) }.map { targets[$0] }
    }
}

extension StatusQuestion {
    /// The same in another user's name; unchanged where none is given.
    func asked(with user: String?) -> StatusQuestion {
        guard let user else { return self }
        return StatusQuestion(origin: origin, clientID: clientID, productID: productID, partnerUserID: user)
    }

    /// The same with the product's id in lower case.
    var withLowercaseProduct: StatusQuestion {
        StatusQuestion(
            origin: origin, clientID: clientID, productID: productID?.lowercased(), partnerUserID: partnerUserID)
    }

    /// Whether a parameter is missing or empty, so that the answer is known.
    var isIncomplete: Bool {
        [clientID, productID, partnerUserID].contains { $0?.isEmpty ?? true }
    }
}

extension Embed {
    /// Whether a template has yet to fill in one of the parameters.
    fileprivate func hasPlaceholder(besidesUser: Bool) -> Bool {
        ParameterName.allCases.contains { name in
            !(besidesUser && name == .partnerUserID) && url.parameter(name)?.placeholder != nil
        }
    }
}
