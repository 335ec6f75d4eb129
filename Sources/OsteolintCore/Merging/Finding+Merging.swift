extension Finding {
    /// What makes findings of two reports the same one.
    struct Identity: Hashable {
        let rule: String
        let message: String
        let place: Place?
        let fingerprint: String
    }

    /// What makes it the same one as a finding of another report.
    var identity: Identity { Identity(rule: rule, message: message, place: place, fingerprint: fingerprint) }

    /// Takes over what another report says of the same finding: the worse severity, and no suppression that only one has.
    mutating func unite(with other: Finding) {
        severity = max(severity, other.severity)
        if other.suppression == nil { suppression = nil }
        help = help ?? other.help
        snippet = snippet ?? other.snippet
        embed = embed ?? other.embed
        if related != other.related { related = Set(related + other.related).sorted { $0.comesBefore($1) } }
    }
}

extension Place {
    private func key(_ location: SourceLocation?) -> (Int, Int) { (location?.line ?? 0, location?.column ?? 0) }

    /// Orders by path and place.
    fileprivate func comesBefore(_ other: Place) -> Bool {
        guard path == other.path else { return path < other.path }
        guard range?.start == other.range?.start else { return key(range?.start) < key(other.range?.start) }
        return key(range?.end) < key(other.range?.end)
    }
}
