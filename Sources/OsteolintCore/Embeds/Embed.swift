import ContentSecurityPolicy

/// An Osteocom frame in a partner's page.
///
/// It is a value without its page, so that pages can be compared after their trees are gone.
public struct Embed: Sendable {
    /// The path of its page, as shown in reports.
    public let path: String
    /// Its place in `Page.embeds`, counted from zero; one that scripts have made comes behind all of these.
    public internal(set) var ordinal: Int
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
    public internal(set) var excerpt: SourceExcerpt
    /// The frame's `title` attribute, or the beginning of a very long one; nil where it has none.
    public let title: String?
    /// What policies of its page look at.
    public let loading: EmbedLoading
    /// The elements that it stands in; see `Frame.container`.
    public internal(set) var container: UInt64 = 0
    /// Whether it is only there once the page's scripts have run; then its places are those in what they made of it.
    public internal(set) var isRendered: Bool

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
        title: String? = nil,
        loading: EmbedLoading = EmbedLoading(),
        isRendered: Bool = false
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
        self.loading = loading
        self.isRendered = isRendered
    }

    /// Where its element stands.
    var elementPlace: ElementPlace { ElementPlace(start: tag.start, container: container) }

    /// The start tag as a place; the page alone for one that scripts have made.
    public var place: Place { Place(path: path, range: isRendered ? nil : tag) }

    /// A stretch of the URL's text as a place; offsets are in UTF-8 bytes of `url.source.text`.
    public func place(of offsets: Range<Int>) -> Place {
        Place(path: path, range: isRendered ? nil : url.source.range(offsets))
    }
}
