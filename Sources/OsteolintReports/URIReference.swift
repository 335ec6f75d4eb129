import WebURL

/// The path of a report as the URI reference that formats for machines ask for (RFC 3986, section 4.1).
struct URIReference: Equatable {
    /// Nothing but characters that a URI may hold.
    let text: String
    /// Whether it means something below the folder that paths are relative to.
    let isRelative: Bool

    /// Makes the reference of a path, or of the URL of a page that was fetched.
    init(path: String) {
        if let url = Self.page(path) {
            text = Self.encoded(url.href, isURL: true)
            isRelative = false
        } else if path.hasPrefix("/") {
            text = "file://" + Self.encoded(path)
            isRelative = false
        } else {
            text = path.isEmpty ? "." : Self.encoded(path)
            isRelative = true
        }
    }

    private static func page(_ path: String) -> WebURL? {
        guard path.hasPrefix("https://") || path.hasPrefix("http://") else { return nil }
        return WebURL(path)
    }

    /// Percent-encodes what may not stand as it is.
    ///
    /// Of a path that is all but its slashes, unreserved characters and sub-delimiters; its colons too, since
    /// `a:b.html` would be a URL with the scheme `a`. Browsers leave more in a URL than RFC 3986 has.
    private static func encoded(_ text: String, isURL: Bool = false) -> String {
        let bytes = Array(text.utf8)
        let authority = isURL ? self.authority(of: bytes) : 0..<0
        var isFragment = false
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            let stays =
                switch byte {
                case UInt8(ascii: ":"), UInt8(ascii: "?"): isURL
                case UInt8(ascii: "%"): isURL && isEncoding(bytes[index...])
                case UInt8(ascii: "#"): isURL && !isFragment
                case UInt8(ascii: "["), UInt8(ascii: "]"): authority.contains(index)
                default: isPlain(byte)
                }
            if isURL, byte == UInt8(ascii: "#") { isFragment = true }
            if stays { result.append(byte) } else { result += [UInt8(ascii: "%"), hex(byte >> 4), hex(byte & 15)] }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Where the host stands, whose brackets are those of an address.
    private static func authority(of url: [UInt8]) -> Range<Int> {
        let slash = UInt8(ascii: "/")
        guard let colon = url.firstIndex(of: UInt8(ascii: ":")) else { return 0..<0 }
        let start = min(colon + 3, url.count)
        return start..<(url[start...].firstIndex(of: slash) ?? url.count)
    }

    /// Whether a `%` has its two digits.
    private static func isEncoding(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.dropFirst().prefix(2).count { Unicode.Scalar($0).properties.isASCIIHexDigit } == 2
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~/!$&'()*+,;=@".utf8.contains(byte)
        }
    }

    private static func hex(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
    }
}
