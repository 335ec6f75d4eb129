/// A text that everybody can read who opens the site: a page, a script, a source map, JSON.
public struct DeliveredText: Sendable {
    /// What the text is.
    public enum Kind: Sendable, Hashable {
        /// HTML.
        case page
        /// JavaScript.
        case script
        /// JSON, and the source maps among it.
        case data
    }

    /// The path as shown in reports.
    public let path: String
    /// What the text is.
    public let kind: Kind
    /// The decoded text, UTF-8 without a byte order mark.
    public let text: [UInt8]
    /// Finds lines and columns of the text.
    public let lines: LineIndex

    init(path: String, kind: Kind, text: [UInt8], lines: LineIndex) {
        self.path = path
        self.kind = kind
        self.text = text
        self.lines = lines
    }

    /// Reads a script or JSON.
    ///
    /// - Parameters:
    ///   - path: as shown in reports.
    ///   - kind: what it is.
    ///   - bytes: the file as it is stored: UTF-8, or UTF-16 with a byte order mark.
    ///   - decoder: turns bytes into text; one serves many files.
    public init(path: String, kind: Kind, bytes: UnsafeRawBufferPointer, decoder: TextDecoder) {
        let encoding = EncodingSniffer(override: .utf8).sniff(bytes)
        var text: [UInt8] = []
        decoder.decode(
            UnsafeRawBufferPointer(rebasing: bytes.dropFirst(encoding.byteOrderMarkLength)), as: encoding.encoding,
            into: &text)
        self.init(path: path, kind: kind, text: text, lines: LineIndex(text))
    }

    /// The text of a page.
    public init(_ page: Page) {
        self.init(path: page.path, kind: .page, text: page.text, lines: page.lines)
    }

    /// A stretch of the text as a place; offsets are in bytes.
    public func place(_ offsets: Range<Int>) -> Place { Place(path: path, range: lines.range(offsets)) }
}
