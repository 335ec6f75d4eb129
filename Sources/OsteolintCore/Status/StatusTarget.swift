/// A distinct question for product-status, and whose it is.
public struct StatusTarget: Sendable {
    /// What is asked.
    public let question: StatusQuestion
    /// The URL of the first embed that it is asked for.
    public let url: EmbedURL
    /// The embeds that it is asked for, in the order of the pages; none where the URL was an argument.
    public let embeds: [Embed]

    /// Makes a target.
    public init(question: StatusQuestion, url: EmbedURL, embeds: [Embed]) {
        self.question = question
        self.url = url
        self.embeds = embeds
    }
}

extension StatusTarget {
    /// The users' ids in the URL and in what is asked; placeholders are nobody's.
    public var userIdentifiers: [String] {
        let asked = question.partnerUserID.flatMap { Placeholder($0) == nil ? $0 : nil }
        return Masking.identifiers(in: url) + [asked].compactMap(\.self)
    }
}
