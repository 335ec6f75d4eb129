import HTMLTokenizer
import WebURL

extension HTMLTree {
    private static let base = ElementNames(["base"])

    /// Builds the tree of a text.
    ///
    /// - Throws: `PageFailure` when a limit is reached.
    static func read(
        _ text: [UInt8],
        options: HTMLParser.Options,
        limits: PageLimits
    ) throws(PageFailure) -> HTMLTree {
        let document: HTMLDocument
        do {
            document = try HTMLParser.parse(text, options: options)
        } catch {
            throw .parser(error)
        }
        guard document.maximumAttributeCount <= limits.attributes else {
            throw .tooManyAttributes(limit: limits.attributes)
        }
        do {
            return try HTMLTree(document)
        } catch {
            throw .tree(error)
        }
    }

    /// The document base URL: the HTML Standard, section 2.4.3.
    ///
    /// - Parameters:
    ///   - fallback: the URL of the document.
    ///   - encoding: that of the page, which decides how a query is written.
    /// - Returns: what relative URLs are relative to.
    func baseURL(fallback: WebURL, encoding: TextEncoding) -> WebURL {
        let bases = elements(named: Self.base).filter { !$0.isInTemplate && !$0.isInShadowTree }
        guard let href = bases.lazy.compactMap({ $0.attribute("href") }).first else { return fallback }
        let url = WebURL(href, base: fallback, queryEncoding: QueryEncoding(page: encoding))
        // Chromium drops a base that does not parse, and the document's own URL with it.
        guard let url else { return .blank }
        return url.scheme == "data" || url.scheme == "javascript" ? fallback : url
    }
}

extension WebURL {
    /// `about:blank`, below which nothing relative resolves.
    static let blank: WebURL = {
        guard let url = WebURL("about:blank") else { preconditionFailure("about:blank parses") }
        return url
    }()
}

extension HTMLDocument {
    /// How many attributes the element with most of them has.
    fileprivate var maximumAttributeCount: Int {
        nodes.indices.reduce(0) { nodes[$1].kind == .element ? max($0, attributes(of: $1).count) : $0 }
    }
}

extension QueryEncoding {
    /// How a page writes queries; nil for UTF-8.
    init?(page encoding: TextEncoding) {
        guard encoding.outputEncoding != .utf8 else { return nil }
        let encoder = QueryEncoder(pageEncoding: encoding)
        self.init(scalar: encoder.encode)
    }
}

extension Configuration {
    private static let unknownOrigin = WebURL("https://page.invalid/")

    /// The URL that a page is taken to have: below the first origin declared, or else below an unknown one of https.
    func url(ofPage path: String) -> WebURL {
        let scheme = declaresInsecureOrigin ? "http" : "https"
        let declared = origins.lazy.compactMap { WebURL($0.text) }.first { $0.scheme == scheme }
        let base = declared ?? (scheme == "https" ? Self.unknownOrigin : WebURL("http://page.invalid/"))
        let segments = path.utf8.split(separator: UInt8(ascii: "/")).map { PercentEncoding.encode($0, .path) }
        guard let base, let url = WebURL("/" + segments.joined(separator: "/"), base: base) else {
            preconditionFailure("a URL of an origin and a path parses")
        }
        return url
    }
}
