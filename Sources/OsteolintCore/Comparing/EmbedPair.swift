/// The same embed in two renders of a page, with a user's id in each.
public struct EmbedPair: Sendable {
    /// One side of a pair.
    public struct Side: Sendable {
        /// The embed.
        public let embed: Embed
        /// The user's id in it, no placeholder.
        public let user: EmbedParameter

        init?(_ embed: Embed) {
            guard let user = embed.judgedUser else { return nil }
            self.embed = embed
            self.user = user
        }

        /// Where the id stands.
        public var place: Place { embed.place(of: user.range) }
    }

    /// The embed in the first render.
    public let before: Side
    /// The embed in the second render.
    public let after: Side
}
