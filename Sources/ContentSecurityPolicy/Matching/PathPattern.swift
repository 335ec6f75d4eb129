import WebURL

/// The path of a source held against that of a URL (CSP 3, section 6.7.2.12).
enum PathPattern {
    /// Whether a pattern matches a path; both are percent-decoded first.
    ///
    /// A pattern that ends in `/` matches all below it, any other one exactly itself, and none matches every path.
    static func matches(_ pattern: String?, _ path: String) -> Bool {
        guard let pattern, pattern != "/" else { return true }
        let (expected, actual) = (decoded(pattern), decoded(path))
        return expected.last == .slash ? actual.starts(with: expected) : actual == expected
    }

    /// The bytes that a path stands for; where these are no UTF-8, Chromium takes each byte for a scalar.
    private static func decoded(_ path: String) -> [UInt8] {
        let bytes = PercentEncoding.decode(path)
        guard String(validating: bytes, as: UTF8.self) == nil else { return bytes }
        return bytes.flatMap { Array(String(Unicode.Scalar($0)).utf8) }
    }
}
