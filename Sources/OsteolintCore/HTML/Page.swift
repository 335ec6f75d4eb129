public import ContentSecurityPolicy
import HTMLTokenizer
public import WebURL

/// A partner's page as a browser reads it.
///
/// It lives while its page is linted and belongs to one thread.
public final class Page {
    /// How to read a page.
    public struct Options: Sendable {
        /// The encoding that the user named.
        public var charset: TextEncoding?
        /// The Content-Type field that the page came with.
        public var contentType: String?
        /// Where the page is served; nil where nobody said.
        public var url: WebURL?
        /// The header fields that the page came with, in order; none where nobody said.
        public var fields: [ResponseField]
        /// Whether scripts run, so that the contents of `noscript` are text.
        public var scripting: Bool
        /// How much of a page is held at the most.
        public var limits: PageLimits

        /// Makes options; by default nothing is known of where the page comes from, and scripts run.
        public init(
            charset: TextEncoding? = nil,
            contentType: String? = nil,
            url: WebURL? = nil,
            fields: [ResponseField] = [],
            scripting: Bool = true,
            limits: PageLimits = PageLimits()
        ) {
            self.charset = charset
            self.contentType = contentType
            self.url = url
            self.fields = fields
            self.scripting = scripting
            self.limits = limits
        }
    }

    /// The path as shown in reports.
    public let path: String
    /// How the page is encoded, and how that was found out.
    public let encoding: SniffedEncoding
    /// The decoded text, UTF-8 without a byte order mark.
    public let text: [UInt8]
    /// Finds lines and columns of the text.
    public let lines: LineIndex
    /// The tree, which libxml2 holds.
    public let tree: HTMLTree
    /// Where the page is served, or taken to be where nobody said.
    public let url: WebURL
    /// What relative URLs are relative to.
    public let baseURL: WebURL
    /// The configuration that the page was read under.
    public let configuration: Configuration
    /// Every frame, Osteocom's or not, in source order; of the inert ones that are no elements only Osteocom's.
    public private(set) var frames: [Frame] = []
    /// Osteocom's frames, in the order of `frames`.
    public private(set) var embeds: [Embed] = []
    /// The index in `frames` of each embed.
    private var frameOfEmbed: [Int] = []
    /// The index in `embeds` of each frame that is one.
    private var embedOfFrame: [Int: Int] = [:]
    let options: Options

    /// Reads a page.
    ///
    /// - Parameters:
    ///   - path: as shown in reports.
    ///   - bytes: the page as it is stored or came over the network.
    ///   - decoder: turns bytes into text; one serves many pages.
    ///   - options: how to read it.
    ///   - configuration: tells Osteocom's custom host, and how the site is served.
    /// - Throws: `PageFailure` when the page cannot be read as a whole.
    public init(
        path: String,
        bytes: UnsafeRawBufferPointer,
        decoder: TextDecoder,
        options: Options = Options(),
        configuration: Configuration = Configuration()
    ) throws(PageFailure) {
        let encoding = EncodingSniffer(override: options.charset, contentType: options.contentType).sniff(bytes)
        var text: [UInt8] = []
        let body = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(encoding.byteOrderMarkLength))
        decoder.decode(body, as: encoding.encoding, into: &text)
        self.path = path
        self.encoding = encoding
        self.text = text
        self.options = options
        self.configuration = configuration
        lines = LineIndex(text)
        tree = try HTMLTree.read(
            text, options: HTMLParser.Options(scripting: options.scripting), limits: options.limits)
        url = options.url ?? configuration.url(ofPage: path)
        baseURL = tree.baseURL(fallback: url, encoding: encoding.encoding)
        frames = try FrameFinder(self).find()
        collectEmbeds()
        findContainers()
    }

    private func collectEmbeds() {
        for (index, frame) in frames.enumerated() {
            guard let source = frame.source, let url = frame.url, OsteocomHost.isEmbed(url, in: configuration) else {
                continue
            }
            embeds.append(
                Embed(
                    path: path, ordinal: embeds.count, element: frame.element, state: frame.state,
                    context: frame.context, tag: frame.tag, attribute: source.range,
                    url: EmbedURL(source: source.value, url: url),
                    environment: OsteocomHost(of: url, in: configuration)?.environment,
                    isUnicodePage: encoding.encoding.outputEncoding == .utf8, excerpt: excerpt(of: frame.tag),
                    title: frame.attribute("title")?.value.text, loading: EmbedLoading(frame)))
            frameOfEmbed.append(index)
            embedOfFrame[index] = embeds.count - 1
        }
    }

    private func findContainers() {
        guard !frames.isEmpty else { return }
        var paths = ContainerPaths(tree, of: embeds)
        for index in frames.indices { frames[index].container = paths.path(to: frames[index].containerID) }
        for index in embeds.indices { embeds[index].container = frames[frameOfEmbed[index]].container }
    }

    /// The frames that are elements of the page's tree, in the tree's order; tables and templates may put one before
    /// another that stands before it in the source.
    public var frameElements: [Frame] {
        let elements = frames.filter { $0.isElement && $0.elementID != nil }
        let frames = Dictionary(elements.map { ($0.elementID, $0) }, uniquingKeysWith: { first, _ in first })
        return tree.elements(named: FrameFinder.elements).compactMap { frames[$0.id] }
    }

    /// The frame that an embed was made of.
    public func frame(of embed: Embed) -> Frame { frames[frameOfEmbed[embed.ordinal]] }

    /// The embed of a frame, or nil when the frame is not Osteocom's.
    public func embed(of frame: Frame) -> Embed? { embedOfFrame[frame.ordinal].map { embeds[$0] } }

    /// The element of a frame, or nil for one that is no element of the page's tree.
    public func element(of frame: Frame) -> HTMLElement? { frame.elementID.flatMap(tree.element) }

    /// Where the element stands that a finding of this page is about; nil for one that is about none.
    func elementPlace(of finding: Finding) -> ElementPlace? {
        if let embed = finding.embed { return embeds[embed].elementPlace }
        guard let start = finding.place?.range?.start, let frame = frame(at: start) else { return nil }
        return ElementPlace(start: frame.tag.start, container: frame.container)
    }

    /// The frame in whose start tag a place lies, or nil.
    func frame(at location: SourceLocation) -> Frame? {
        var low = 0
        var high = frames.count
        while low < high {
            let middle = (low + high) / 2
            if frames[middle].tag.start <= location { low = middle + 1 } else { high = middle }
        }
        guard low > 0, location < frames[low - 1].tag.end else { return nil }
        return frames[low - 1]
    }

    /// A stretch of this page as a place.
    public func place(_ range: SourceRange) -> Place { Place(path: path, range: range) }

    /// The start tag of an element, or nil for one that no tag asked for.
    public func startTag(of element: HTMLElement) -> SourceRange? { element.startTagOffsets.map(lines.range) }

    func excerpt(of tag: SourceRange, lines count: Int = 10, width: Int = 600) -> SourceExcerpt {
        let last = min(tag.end.line, tag.start.line + count - 1)
        return SourceExcerpt(
            firstLine: tag.start.line,
            lines: (tag.start.line...max(tag.start.line, last)).map { line in
                let column = line == tag.start.line ? tag.start.column : 1
                return lines.snippet(at: SourceLocation(line: line, column: column), maximum: width)
            })
    }
}
