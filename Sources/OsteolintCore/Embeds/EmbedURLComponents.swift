/// Where the parts of a URL stand in the text that was written, as far as they stand there.
///
/// All ranges are offsets in UTF-8 bytes of the text. What a template engine's delimiters enclose is never a separator.
public struct EmbedURLComponents: Sendable, Hashable {
    /// The scheme without its colon; nil for a relative reference.
    public private(set) var scheme: Range<Int>?
    /// User name and password without the `@`.
    public private(set) var userinfo: Range<Int>?
    /// The host without its port.
    public private(set) var host: Range<Int>?
    /// The port without its colon.
    public private(set) var port: Range<Int>?
    /// All from the first slash of the path up to query and fragment; may be empty.
    public private(set) var path: Range<Int>
    /// The query without its `?`.
    public private(set) var query: Range<Int>?
    /// The fragment without its `#`.
    public private(set) var fragment: Range<Int>?

    /// Takes the text of a URL apart as a browser does, whether or not it is valid.
    public init(_ text: String) {
        self.init(URLParts(URLInput(text)))
    }

    init(_ parts: URLParts) {
        let input = parts.input
        scheme = parts.scheme.map(input.range)
        userinfo = parts.userinfo.map(input.range)
        host = parts.host.map(input.range)
        port = parts.port.map(input.range)
        path = input.range(parts.path)
        query = parts.query.map(input.range)
        fragment = parts.fragment.map(input.range)
    }
}
