/// A script: the contents of a `script` element, or a file of its own.
public struct Script: Sendable {
    /// The text that it stands in: the whole of a file, a part of a page.
    public let source: DeliveredText
    /// Its stretch of `source.text`, in bytes.
    public let range: Range<Int>

    /// Makes a script of a stretch of a text, in bytes.
    init(_ source: DeliveredText, _ range: Range<Int>) {
        self.source = source
        self.range = range
    }
}
