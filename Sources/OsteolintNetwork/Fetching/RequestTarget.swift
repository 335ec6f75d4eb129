import WebURL

/// The URL as the HTTP client takes it.
enum RequestTarget {
    /// The URL without its fragment, in characters that RFC 3986 allows.
    ///
    /// The client reads URLs by that RFC, which knows neither the brackets, braces, bars, carets, quotes and backslashes
    /// that browsers send as they are, nor what to do with a `%` beside them. Percent-encoded they mean the same.
    static func text(of url: WebURL) -> String {
        let href = url.withoutFragment.href
        guard let start = href.utf8.dropFirst(url.scheme.utf8.count + 3).firstIndex(of: UInt8(ascii: "/")) else {
            return href
        }
        return href[..<start] + encoded(href.utf8[start...])
    }

    private static func encoded(_ rest: Substring.UTF8View) -> String {
        let bytes = Array(rest)
        var text = ""
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "%") where !isEncodedByte(bytes, at: index): text += "%25"
            case _ where unsafe.contains(byte): text += "%" + String(byte, radix: 16, uppercase: true)
            default: text.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return text
    }

    private static let unsafe = Set(#"[]{}|^`"<>\ "#.utf8)

    private static func isEncodedByte(_ bytes: [UInt8], at index: Int) -> Bool {
        index + 2 < bytes.count && bytes[index + 1...index + 2].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }
}
