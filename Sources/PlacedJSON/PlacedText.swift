/// A text of a JSON file, with the stretch of the file that each of its bytes was read from.
public struct PlacedText: Sendable {
    /// The text without its escapes, in UTF-8.
    public let bytes: [UInt8]
    /// For each byte the stretch of the file, in bytes: one byte, or an escape.
    public let sources: [Range<Int>]
}
