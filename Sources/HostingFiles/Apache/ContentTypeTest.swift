/// The condition by which much of Apache's configuration sends a field with pages only: `expr=%{CONTENT_TYPE} =~ m#…#i`.
enum ContentTypeTest {
    private static let beginning = "expr=%{content_type}"
    private static let page = Array("text/html".utf8)

    /// Whether a condition is such a test, and pages pass it.
    static func holdsForPages(_ condition: [UInt8]) -> Bool {
        let text = condition.filter { $0 != UInt8(ascii: " ") }
        let lowercased = String(decoding: text, as: UTF8.self).lowercased()
        guard lowercased.hasPrefix(beginning + "=~") else { return false }
        var rest = text.dropFirst(beginning.utf8.count + 2)
        if rest.first == UInt8(ascii: "m") { rest = rest.dropFirst() }
        guard let delimiter = rest.popFirst(), let end = rest.lastIndex(of: delimiter) else { return false }
        let flags = rest[(end + 1)...]
        guard flags.allSatisfy({ $0 == UInt8(ascii: "i") }),
            let node = RegularExpression.read(rest[..<end], ignoresCase: !flags.isEmpty),
            let pattern = PathPattern.anywhere(node)
        else { return false }
        return pattern.matches(page)
    }
}
