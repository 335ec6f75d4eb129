import OsteolintCore

/// What a saved catalogue says of the products that pages embed, without asking anybody.
struct KnownProducts {
    let audit: StatusAudit
    let results: LiveResults

    /// Holds the embeds of pages against a catalogue, if there is one.
    init(_ pages: [LintedPage], saved: SavedCatalogue?, configuration: Configuration, masking: Masking) {
        let embeds = pages.flatMap(\.embeds).filter { $0.state != .inert }
        var results = LiveResults()
        guard let saved, !embeds.isEmpty else {
            self.init(audit: StatusAudit(), results: results)
            return
        }
        guard let owner = CatalogueOwner(configuration, embeds: embeds) else {
            results.failures = [Failure(ambiguousCatalogueOf: embeds)]
            self.init(audit: StatusAudit(), results: results)
            return
        }
        let catalogue = saved.catalogue(of: owner)
        let owned = embeds.filter(owner.owns)
        results.catalogue = ReportedCatalogue(catalogue, embeds: owned, masking: masking)
        let audit = StatusAudit(catalogue: catalogue, embeds: embeds, environment: owner.environment)
        self.init(audit: audit, results: results)
    }

    private init(audit: StatusAudit, results: LiveResults) {
        self.audit = audit
        self.results = results
    }
}
