/// What UTS #46 maps since versions of Unicode that are newer than the data of ICU 72.
enum NewerMappings {
    /// The scalars whose mapping changed; an empty text means that they are ignored.
    private static let mappings: [Unicode.Scalar: String] = [
        "\u{180E}": "", "\u{206B}": "", "\u{4C0}": "\u{4CF}", "\u{1E9E}": "\u{DF}", "\u{2183}": "\u{2184}",
        "\u{2F868}": "\u{36FC}",
    ]

    /// The domain with those scalars mapped.
    static func apply(to domain: String) -> String {
        guard domain.unicodeScalars.contains(where: { mappings[$0] != nil }) else { return domain }
        return domain.unicodeScalars.reduce(into: "") { $0 += mappings[$1] ?? String($1) }
    }
}
