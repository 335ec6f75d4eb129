/// The bytes that one part of a URL cannot hold as they are (URL Standard, section 1.3).
///
/// Bytes outside ASCII belong to every set.
public struct PercentEncodeSet: Sendable, Hashable {
    private var ascii: ASCIISet

    private init(ascii: ASCIISet) {
        self.ascii = ascii
    }

    /// A set that also has the given ASCII characters.
    ///
    /// Characters outside ASCII are in every set already and change nothing.
    ///
    /// - Parameters:
    ///   - base: the set to begin with.
    ///   - characters: what comes to it.
    public init(_ base: PercentEncodeSet, adding characters: String) {
        self = base
        for byte in characters.utf8 {
            ascii.insert(byte)
        }
    }

    /// Whether the byte must be written as `%` and two hexadecimal digits.
    public func contains(_ byte: UInt8) -> Bool {
        !byte.isASCII || ascii.contains(byte)
    }
}

extension PercentEncodeSet {
    /// U+0000 to U+001F and U+007F; what opaque paths and opaque hosts encode.
    public static let c0Control = PercentEncodeSet(ascii: ASCIISet(Array(0...0x1F) + [0x7F]))
    /// What fragments encode.
    public static let fragment = PercentEncodeSet(c0Control, adding: " \"<>`")
    /// What queries of schemes that are not special encode.
    public static let query = PercentEncodeSet(c0Control, adding: " \"#<>")
    /// What queries of special schemes encode.
    public static let specialQuery = PercentEncodeSet(query, adding: "'")
    /// What paths encode.
    public static let path = PercentEncodeSet(query, adding: "?^`{}")
    /// What paths of http and https encode in Chromium.
    static let pagePath = PercentEncodeSet(path, adding: "|")
    /// What user names and passwords encode.
    public static let userinfo = PercentEncodeSet(path, adding: "/:;=@[\\]|")
    /// What `encodeURIComponent` of JavaScript encodes.
    public static let component = PercentEncodeSet(userinfo, adding: "$%&+,")
    /// What `application/x-www-form-urlencoded` encodes; a space is written as `+` there.
    public static let formURLEncoded = PercentEncodeSet(component, adding: "!'()~")
}
