extension Report {
    /// Whether the user's id of an embed stands in it in clear; a placeholder is nobody's.
    public var showsUserIdentifiers: Bool {
        embeds.contains { embed in
            guard let identifier = embed.partnerUserID, Placeholder(identifier) == nil else { return false }
            return identifier.contains { $0 != "*" }
        }
    }
}
