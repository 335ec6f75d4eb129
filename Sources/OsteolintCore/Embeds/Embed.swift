import ContentSecurityPolicy

/// An Osteocom frame in a partner's page.
///
/// It is a value without its page, so that pages can be compared after their trees are gone.
public struct Embed: Sendable {
    /// The path of its page, as shown in reports.
    public let path: String
    /// Its place in `Page.embeds`, counted from zero.
    public let ordinal: Int
    /// The name of its element: `iframe`, `frame`, `object`, `embed` or `amp-iframe`.
    public let element: String
    /// Whether a browser loads it.
    public let state: Frame.State
    /// Why it is in that state; see `Frame.context`.
    public let context: String
    /// The start tag.
    public let tag: SourceRange
    /// The attribute that holds the URL, as a whole.
    public let attribute: SourceRange
    /// The URL and its parameters.
    public let url: EmbedURL
    /// Which environment its host belongs to; nil for another subdomain of `osteocom.me`.
    public let environment: Environment?
    /// Whether the page's bytes are UTF-8 or UTF-16, so that a browser sends non-ASCII text of the URL as UTF-8.
    public let isUnicodePage: Bool
    /// The source lines of its tag, for findings that are made when the page is gone.
    public let excerpt: SourceExcerpt
    /// The frame's `title` attribute, or the beginning of a very long one; nil where it has none.
    public let title: String?
    /// The elements that it stands in; see `Frame.container`.
    public internal(set) var container: UInt64 = 0

    /// Makes an embed.
    public init(
        path: String,
        ordinal: Int,
        element: String,
        state: Frame.State,
        context: String,
        tag: SourceRange,
        attribute: SourceRange,
        url: EmbedURL,
        environment: Environment?,
        isUnicodePage: Bool,
        excerpt: SourceExcerpt,
        title: String? = nil
    ) {
        self.path = path
        self.ordinal = ordinal
        self.element = element
        self.state = state
        self.context = context
        self.tag = tag
        self.attribute = attribute
        self.url = url
        self.environment = environment
        self.isUnicodePage = isUnicodePage
        self.excerpt = excerpt
        self.title = title.map { ShownText.cut($0) }
    }

    /// Where its element stands.
    var elementPlace: ElementPlace { ElementPlace(start: tag.start, container: container) }

    /// The start tag as a place.
    public var place: Place { Place(path: path, range: tag) }

    /// A stretch of the URL's text as a place; offsets are in UTF-8 bytes of `url.source.text`.
    public func place(of offsets: Range<Int>) -> Place {
        Place(path: path, range: url.source.range(offsets))
    }
}
