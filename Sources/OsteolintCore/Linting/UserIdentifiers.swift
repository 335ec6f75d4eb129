/// The users' ids in a page, which a source line may show elsewhere than in the embed too.
struct UserIdentifiers {
    /// Up to this many ids are looked for in every line; of more, those of the embeds that stand in the line.
    private static let fewEnough = 64

    private let everywhere: [String]
    private let embeds: [(tag: SourceRange, identifiers: [String])]

    /// Collects the ids in embeds of one page.
    init(_ embeds: [Embed]) {
        let found = embeds.map { (tag: $0.tag, identifiers: Masking.identifiers(in: $0.url)) }
        let unique = Set(found.flatMap(\.identifiers))
        everywhere = unique.count <= Self.fewEnough ? unique.sorted() : []
        self.embeds = unique.count <= Self.fewEnough ? [] : found
    }

    /// Whether texts about all embeds may hold the same ids.
    var areFew: Bool { embeds.isEmpty }

    /// The ids that a text about an embed may hold, or about none.
    func identifiers(about embed: Embed?) -> [String] {
        embeds.isEmpty ? everywhere : embed.map { Masking.identifiers(in: $0.url) } ?? []
    }

    /// The ids that the part of a line may hold.
    func identifiers(in snippet: Snippet, line: Int) -> [String] {
        guard !embeds.isEmpty else { return everywhere }
        let start = SourceLocation(line: line, column: snippet.firstColumn)
        let end = SourceLocation(line: line, column: snippet.firstColumn + snippet.text.unicodeScalars.count)
        return Set(embeds.filter { $0.tag.start < end && start < $0.tag.end }.flatMap(\.identifiers)).sorted()
    }
}
