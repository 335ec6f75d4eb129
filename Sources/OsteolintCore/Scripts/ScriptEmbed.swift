/// An embed that a script builds, as far as the script can be read.
public struct ScriptEmbed: Sendable {
    /// The embed; its URL has a template's expression where the script has one that cannot be read.
    public let embed: Embed
    /// Whether the script says which host it is; where not, Osteocom's was put in its place.
    public let isHostKnown: Bool
    /// The parameters that are filled in at run time, so that nothing can be said of their values.
    public let unread: [ParameterName]
    /// Whether it stands in a string as the markup of a frame.
    public let isMarkup: Bool
    /// Whether parameters may be added elsewhere that the URL here does not name.
    public let isOpen: Bool
    /// Where in the script expressions stand that cannot be read.
    let unknowns: [SourceRange]

    /// Where it stands.
    public var place: Place { embed.place }
}
