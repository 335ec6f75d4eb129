/// The encoding of a page, and how it was found.
public struct SniffedEncoding: Sendable, Hashable {
    /// The encoding to decode with.
    public var encoding: TextEncoding
    /// What decided it.
    public var source: EncodingSource
    /// The bytes at the beginning that are the byte order mark and no part of the text: 0, 2 or 3.
    public var byteOrderMarkLength: Int

    /// Makes a result.
    public init(encoding: TextEncoding, source: EncodingSource, byteOrderMarkLength: Int = 0) {
        self.encoding = encoding
        self.source = source
        self.byteOrderMarkLength = byteOrderMarkLength
    }
}
