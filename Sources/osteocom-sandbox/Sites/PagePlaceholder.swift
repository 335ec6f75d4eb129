/// What stands in a partner's page for the origin of the sandbox.
enum PagePlaceholder {
    private static let text = Array("{{sandbox}}".utf8)

    /// The bytes of a page with the placeholder replaced; all other bytes stay, whatever the page's encoding.
    static func fill(_ bytes: [UInt8], with origin: String) -> [UInt8] {
        var filled: [UInt8] = []
        var rest = bytes[...]
        while let brace = rest.firstIndex(of: text[0]) {
            filled += rest[..<brace]
            rest = rest[brace...]
            guard rest.starts(with: text) else {
                filled.append(rest.removeFirst())
                continue
            }
            filled += origin.utf8
            rest = rest.dropFirst(text.count)
        }
        return filled + rest
    }
}
