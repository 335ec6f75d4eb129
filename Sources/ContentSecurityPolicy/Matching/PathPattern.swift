import WebURL

/// The path of a source held against that of a URL (CSP 3, section 6.7.2.12).
enum PathPattern {
    /// Whether a pattern matches a path; both are percent-decoded first.
    ///
    /// A pattern that ends in `/` matches all below it, any other one exactly itself, and none matches every path.
    static func matches(_ pattern: String?, _ path: String) -> Bool {
        guard let pattern, pattern != "/" else { return true }
        let (expected, actual) = (PercentEncoding.decode(pattern), PercentEncoding.decode(path))
        return expected.last == .slash ? actual.starts(with: expected) : actual == expected
    }
}
