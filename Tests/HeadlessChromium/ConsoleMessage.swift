/// Something that a page, or the browser about a page, wrote to the console.
public struct ConsoleMessage: Hashable, Sendable {
    /// Who wrote it.
    public enum Source: String, Sendable {
        /// A call of `console`.
        case console
        /// A script's exception that nobody caught.
        case exception
        /// The browser: policies, the network, deprecations.
        case browser
    }

    /// Who wrote it.
    public let source: Source
    /// `error`, `warning`, `info`, `log` and so on, in the browser's words.
    public let level: String
    /// The text; arguments are joined by spaces.
    public let text: String

    /// A message, to hold one that was seen against.
    public init(source: Source, level: String, text: String) {
        self.source = source
        self.level = level
        self.text = text
    }
}
