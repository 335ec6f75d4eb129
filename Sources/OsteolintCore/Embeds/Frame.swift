public import WebURL

/// A frame in a page, Osteocom's or not: an element of a browser's tree, or markup that looks like one and is inert.
public struct Frame: Sendable {
    /// Whether a browser loads it.
    public enum State: String, Sendable, Hashable {
        /// It is loaded with the page.
        case live
        /// A consent manager or a lazy loader holds the URL until something happens.
        case deferred
        /// It is never loaded.
        case inert
    }

    /// The name of its element: `iframe`, `frame`, `object`, `embed` or `amp-iframe`.
    public let element: String
    /// Whether a browser loads it.
    public let state: State
    /// Why it is in that state: `document`, the attribute that holds a deferred URL, or what an inert one stands in:
    /// `comment`, `template`, `noscript`, `script`, `text`, …
    public let context: String
    /// The attributes that a browser keeps, in order.
    public let attributes: [FrameAttribute]
    /// The attributes that a browser drops, since one of the same name stands before them.
    public let droppedAttributes: [FrameAttribute]
    /// The start tag; for one inside a `srcdoc` document, that attribute.
    public let tag: SourceRange
    /// The attribute that holds the URL: `src`, `data`, or that of a deferred frame.
    public let source: FrameAttribute?
    /// What the URL resolves to, or nil when there is none or it does not parse.
    public let url: WebURL?
    /// The id in `Page.tree` of its element, or of the element that inert markup stands in; nil where there is none.
    public let elementID: Int?
    /// Its place in `Page.frames`, counted from zero.
    public internal(set) var ordinal = 0
    /// The id in `Page.tree` of the element around it: the frame with the `srcdoc` for one in such a document.
    let containerID: Int?
    /// The elements that it stands in, by their names and ids, as a hash.
    public internal(set) var container: UInt64 = 0

    /// Makes a frame.
    public init(
        element: String,
        state: State,
        context: String,
        attributes: [FrameAttribute],
        droppedAttributes: [FrameAttribute],
        tag: SourceRange,
        source: FrameAttribute?,
        url: WebURL?,
        elementID: Int?
    ) {
        self.init(
            element: element, state: state, context: context, attributes: attributes,
            droppedAttributes: droppedAttributes, tag: tag, source: source, url: url, elementID: elementID,
            containerID: nil)
    }

    init(
        element: String,
        state: State,
        context: String,
        attributes: [FrameAttribute],
        droppedAttributes: [FrameAttribute],
        tag: SourceRange,
        source: FrameAttribute?,
        url: WebURL?,
        elementID: Int?,
        containerID: Int?
    ) {
        self.element = element
        self.state = state
        self.context = context
        self.attributes = attributes
        self.droppedAttributes = droppedAttributes
        self.tag = tag
        self.source = source
        self.url = url
        self.elementID = elementID
        self.containerID = containerID
    }

    /// Whether it is an element of a tree, and not markup that only looks like one.
    public var isElement: Bool { state != .inert || context == "template" || context == "srcdoc" }

    /// The attribute of a name in lower case, or nil.
    public func attribute(_ name: String) -> FrameAttribute? {
        attributes.first { $0.name == name }
    }
}

/// An attribute of a frame, with its place.
public struct FrameAttribute: Sendable, Hashable {
    /// The name as parsed, in lower case.
    public let name: String
    /// The value as parsed.
    public let value: LocatedText
    /// The whole attribute: name, equals sign, value and its quotes.
    public let range: SourceRange
    /// The value in bytes of the text that the frame was found in.
    let valueOffsets: Range<Int>

    /// Makes an attribute.
    public init(name: String, value: LocatedText, range: SourceRange) {
        self.init(name: name, value: value, range: range, valueOffsets: 0..<0)
    }

    init(name: String, value: LocatedText, range: SourceRange, valueOffsets: Range<Int>) {
        self.name = name
        self.value = value
        self.range = range
        self.valueOffsets = valueOffsets
    }
}

extension Frame {
    /// The same frame of a `srcdoc` document, said to stand at that attribute of the page's own frame.
    func moved(to range: SourceRange, in frame: Frame) -> Frame {
        Frame(
            element: element, state: state, context: context, attributes: attributes,
            droppedAttributes: droppedAttributes, tag: range, source: source, url: url, elementID: nil,
            containerID: frame.elementID)
    }
}
