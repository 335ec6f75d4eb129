/// How the encoding of a page was found.
public enum EncodingSource: String, Sendable, Hashable {
    /// The page begins with a byte order mark.
    case byteOrderMark
    /// The user named it.
    case override
    /// The `charset` of the Content-Type field.
    case contentType
    /// The `encoding` of an XML declaration at the very beginning, or the pattern of one in UTF-16.
    case xmlDeclaration
    /// A `meta` element near the beginning.
    case meta
    /// Nothing was declared, and the bytes look like a legacy encoding.
    case content
    /// Nothing was declared: windows-1252.
    case fallback
}
