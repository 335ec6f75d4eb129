/// A URL as browsers see it (WHATWG URL Standard).
///
/// All parts are as the standard's record holds them: percent-encoded, the scheme in lower case and a special
/// scheme's host in its ASCII form.
public struct WebURL: Sendable, Hashable {
    /// The scheme in lower case, without its colon.
    public internal(set) var scheme = ""
    /// The user name, percent-encoded; empty when there is none.
    public internal(set) var username = ""
    /// The password, percent-encoded; empty when there is none.
    public internal(set) var password = ""
    /// The host; nil for URLs such as `mailto:` and `data:`.
    public internal(set) var host: Host?
    /// The port, or nil where none is named or it is the scheme's default.
    public internal(set) var port: UInt16?
    /// The query without its `?`, percent-encoded; nil where there is no `?`.
    public internal(set) var query: String?
    /// The fragment without its `#`, percent-encoded; nil where there is no `#`.
    public internal(set) var fragment: String?
    var pathRecord = URLPath.list([])

    /// A record without any content, for the parser to fill.
    init() {}

    /// The URL that a browser makes of the text, or nil where it makes none.
    ///
    /// - Parameters:
    ///   - text: absolute, or relative to the base.
    ///   - base: the URL that a relative text begins at.
    ///   - queryEncoding: how the page's encoding writes the query; nil for UTF-8.
    public init?(_ text: String, base: WebURL? = nil, queryEncoding: QueryEncoding? = nil) {
        guard let url = try? WebURL(parsing: text, base: base, queryEncoding: queryEncoding) else { return nil }
        self = url
    }

    /// The URL that a browser makes of the text (URL Standard, section 4.4).
    ///
    /// - Parameters:
    ///   - text: absolute, or relative to the base.
    ///   - base: the URL that a relative text begins at.
    ///   - queryEncoding: how the page's encoding writes the query; nil for UTF-8. URLs of `ws`, `wss` and of
    ///     schemes that are not special take UTF-8 always.
    /// - Throws: `URLParseFailure`, with the reason why a browser makes no URL of it.
    public init(
        parsing text: String, base: WebURL? = nil, queryEncoding: QueryEncoding? = nil
    ) throws(URLParseFailure) {
        var parser = URLParser(text, base: base, queryEncoding: queryEncoding)
        try parser.parse()
        self = parser.url
    }

    /// The scheme where it is special, which is to say http, https, ws, wss, ftp or file.
    public var specialScheme: SpecialScheme? { SpecialScheme(rawValue: scheme) }

    /// Whether the scheme is http, https, ws, wss, ftp or file.
    public var isSpecial: Bool { specialScheme != nil }

    /// Whether the path has no segments, as in `mailto:` and `data:` URLs.
    public var hasOpaquePath: Bool { pathRecord.isOpaque }

    /// The path, percent-encoded, with the slash that it begins with.
    public var path: String { pathRecord.text }

    /// The segments between the path's slashes, percent-encoded; none where the path is opaque.
    public var pathSegments: [String] { pathRecord.segments }

    /// The host as the URL shows it; nil where there is none.
    public var hostText: String? { host?.text }

    /// The port a browser connects to; nil where the scheme has no default.
    public var effectivePort: UInt16? { port ?? specialScheme?.defaultPort }

    /// The fields of the query; none where there is no query.
    public var formFields: [FormField] { query.map { FormQuery($0).fields } ?? [] }

    /// The URL without its fragment, as it is sent.
    public var withoutFragment: WebURL {
        var url = self
        url.fragment = nil
        return url
    }
}
