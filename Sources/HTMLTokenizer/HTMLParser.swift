/// Reads HTML as a browser does: the HTML Standard's sections 13.2.5 (tokenization) and 13.2.6 (tree construction),
/// where Chromium departs from them as Chromium.
public enum HTMLParser {
    /// What the outcome depends on besides the text.
    public struct Options: Sendable {
        /// Whether scripts run, so that the contents of `noscript` are text.
        public var scripting: Bool
        /// Whether the text is that of a `srcdoc` attribute, which is never in quirks mode.
        public var isSrcdoc: Bool
        /// How many nodes are built at the most.
        public var maximumNodes: Int
        /// How many elements may be open at once; a browser has no such limit, but takes time that grows with its
        /// square.
        public var maximumDepth: Int

        /// Makes options; by default scripts run.
        public init(
            scripting: Bool = true,
            isSrcdoc: Bool = false,
            maximumNodes: Int = 10_000_000,
            maximumDepth: Int = 20_000
        ) {
            self.scripting = scripting
            self.isSrcdoc = isSrcdoc
            self.maximumNodes = maximumNodes
            self.maximumDepth = maximumDepth
        }
    }

    /// Builds the tree of a page.
    ///
    /// - Parameters:
    ///   - text: the decoded text, UTF-8 without a byte order mark.
    ///   - options: what the outcome depends on.
    /// - Returns: the document.
    /// - Throws: `HTMLParseFailure` when a limit is reached; nothing is cut in silence.
    public static func parse(_ text: [UInt8], options: Options = Options()) throws(HTMLParseFailure) -> HTMLDocument {
        guard text.count < Int(Int32.max) / 4 else { throw .tooLong(limit: Int(Int32.max) / 4 - 1) }
        let result = text.withUnsafeBufferPointer { bytes in
            Result { () throws(HTMLParseFailure) in
                var builder = TreeBuilder(bytes, options: options)
                try builder.run()
                return builder.document
            }
        }
        return try result.get()
    }
}

/// A limit that a page ran into.
public enum HTMLParseFailure: Error, Sendable, Hashable {
    /// The text has more bytes.
    case tooLong(limit: Int)
    /// The page would become more nodes.
    case tooManyNodes(limit: Int)
    /// More elements would be open at once.
    case tooDeep(limit: Int)
}
