import HTMLTokenizer
import WebURL

/// Finds the frames of a page, in source order.
struct FrameFinder {
    /// Elements that load another document, and AMP's, which becomes one.
    static let elementNames: Set = ["iframe", "frame", "object", "embed", DeferredSource.ampElement]
    static let elements = ElementNames(elementNames)

    private let page: Page
    private let source: MappedSource

    init(_ page: Page) {
        self.page = page
        source = MappedSource(page: page.text, lines: page.lines)
    }

    /// The frames of the page, those of its `srcdoc` documents, and inert markup of Osteocom's frames.
    func find() throws(PageFailure) -> [Frame] {
        let base = page.baseURL
        let elements = FrameElements(
            tree: page.tree, source: source, base: base, encoding: page.encoding.encoding,
            configuration: page.configuration)
        var frames = elements.frames
        for (index, frame) in frames.enumerated().reversed() {
            let inner = try srcdocFrames(of: frame, in: source, depth: 1)
            frames.insert(contentsOf: inner, at: index + 1)
        }
        frames += InertMarkup(page: page, source: source, base: base).frames
        frames = Self.sorted(frames)
        for index in frames.indices { frames[index].ordinal = index }
        return frames
    }

    /// By place; what shares one stays in the order in which it was found.
    private static func sorted(_ frames: [Frame]) -> [Frame] {
        frames.enumerated().sorted {
            ($0.element.tag.start, $0.offset) < ($1.element.tag.start, $1.offset)
        }.map(\.element)
    }

    /// The live frames in the document of a frame's `srcdoc`, all at the place of that attribute.
    private func srcdocFrames(of frame: Frame, in source: MappedSource, depth: Int) throws(PageFailure) -> [Frame] {
        guard frame.element == "iframe", frame.state != .inert || frame.context == "srcdoc",
            let attribute = frame.attribute("srcdoc"), attribute.value.text.utf8.contains(UInt8(ascii: "<"))
        else { return [] }
        guard depth <= page.options.limits.srcdocDepth else {
            throw .srcdocTooDeep(limit: page.options.limits.srcdocDepth)
        }
        let inner = MappedSource(
            MappedText(decoding: source.bytes, attribute.valueOffsets, isAttribute: true), in: source)
        let tree = try HTMLTree.read(
            inner.bytes, options: HTMLParser.Options(scripting: page.options.scripting, isSrcdoc: true),
            limits: page.options.limits)
        let elements = FrameElements(
            tree: tree, source: inner, base: tree.baseURL(fallback: page.baseURL, encoding: .utf8), encoding: .utf8,
            configuration: page.configuration)
        var frames: [Frame] = []
        for found in elements.frames where found.state != .inert || found.context == "srcdoc" {
            frames.append(found.moved(to: attribute.range, in: frame))
            frames += try srcdocFrames(of: found, in: inner, depth: depth + 1).map {
                $0.moved(to: attribute.range, in: frame)
            }
        }
        return frames
    }
}
