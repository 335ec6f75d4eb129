/// A header field that a browser gets with a page, or takes from its markup, and where it is written.
public struct PageField: Sendable, Hashable {
    /// Where a field comes from, which decides what of it counts.
    public enum Source: Sendable, Hashable {
        /// A `meta` element in the page's head.
        case meta
        /// The response that the page came with.
        case response
        /// A hosting file.
        case hosting(HostingFormat)
    }

    /// Where it comes from.
    public let source: Source
    /// The name in lower case.
    public let name: String
    /// The value, with the places of its scalars; of a response, whose text stands nowhere, they mean nothing.
    public let value: LocatedText
    /// The file that it is written in, as shown in reports; for a response, the page.
    public let path: String
    /// The source lines of it, for findings that are made when the file is gone; nil for a response.
    public internal(set) var excerpt: SourceExcerpt?

    /// Makes a field.
    ///
    /// - Parameters:
    ///   - source: where it comes from.
    ///   - name: its name in any case.
    ///   - value: its value, with the places of its scalars.
    ///   - path: the file that it is written in, as shown in reports.
    ///   - excerpt: the source lines of it.
    public init(source: Source, name: String, value: LocatedText, path: String, excerpt: SourceExcerpt?) {
        self.source = source
        self.name = name.lowercased()
        self.value = value
        self.path = path
        self.excerpt = excerpt
    }

    /// A stretch of the value as a place; offsets are in UTF-8 bytes of `value.text`.
    public func place(of offsets: Range<Int>) -> Place {
        Place(path: path, range: source == .response ? nil : value.range(offsets))
    }
}
