/// A script: the contents of a `script` element, or a file of its own.
public struct Script: Sendable {
    /// The text that it stands in: the whole of a file, a part of a page.
    public let source: DeliveredText
    /// Its stretch of `source.text`, in bytes.
    public let range: Range<Int>
    /// The embeds that it builds, as far as it can be read without being run.
    public let embeds: [ScriptEmbed]
    /// What fills `partnerUserId` with another value on every load or for every session.
    public let volatileUses: [VolatileUse]
    /// Where it makes a frame while it names Osteocom's host, although no URL of an embed can be read; or nil.
    public let lonelyFrame: SourceRange?
    /// Where the tags of the page's own inert embeds begin.
    private let tags: Set<SourceLocation>

    /// Reads the script in a stretch of a text, in bytes; `embeds` are those of the page that it stands in.
    init(_ source: DeliveredText, _ range: Range<Int>, in configuration: Configuration, of embeds: [Embed] = []) {
        let reading = ScriptReading(source, range, in: configuration)
        self.source = source
        self.range = range
        self.embeds = reading.embeds
        volatileUses = reading.volatileUses
        tags = Set(embeds.filter { $0.context == "script" }.map(\.tag.start))
        let stretch = source.lines.range(range)
        let isKnown = tags.contains { $0 >= stretch.start && $0 < stretch.end }
        lonelyFrame = isKnown ? nil : reading.lonelyFrame
    }

    /// Whether an embed is among those of the page, where it is inert.
    public func isInPage(_ embed: ScriptEmbed) -> Bool { tags.contains(embed.embed.tag.start) }
}
