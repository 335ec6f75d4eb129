import ContentSecurityPolicy

/// What a comment says to osteolint: `osteolint-disable-next-line RULE RULE -- reason`.
struct SuppressionText: Equatable {
    /// What every such comment begins with; white space may stand before it.
    static let marker = "osteolint-"

    /// How much of a comment is read, in bytes: longer ones list no rules.
    private static let longest = 16 << 10
    private static let mostRules = 100
    /// Of a name, in scalars: longer ones are no rule's.
    private static let longestName = 60

    let directive: SuppressionComment.Directive
    let rules: [String]
    let reason: String?

    /// Looks whether a comment speaks to osteolint.
    ///
    /// - Parameters:
    ///   - page: decoded text, UTF-8.
    ///   - comment: from its `<!--` to behind its `-->`, in bytes.
    /// - Returns: what it says, from the marker on and as far as it is read; nil for another comment.
    static func find(in page: [UInt8], comment: Range<Int>) -> String? {
        let data = page[comment].dropFirst(4).drop(while: ASCII.isWhitespace)
        let marker = Self.marker.utf8
        guard data.count >= marker.count, zip(data, marker).allSatisfy({ ASCII.lowercase($0) == $1 }) else {
            return nil
        }
        // The dashes that end the comment are the last ones in it, if it has an end.
        var read = data.prefix(longest)
        if read.endIndex == data.endIndex {
            for end in ["-->", "--!>"] where read.reversed().starts(with: end.utf8.reversed()) {
                read = read.dropLast(end.utf8.count)
            }
        }
        return String(decoding: read, as: UTF8.self)
    }

    /// Reads a text that begins with the marker; nil for another.
    init?(_ text: String) {
        guard text.utf8.count >= Self.marker.utf8.count else { return nil }
        let words = text.split { $0.isWhitespace }
        guard let first = words.first else { return nil }
        let rest = words.dropFirst()
        let separator = rest.firstIndex { $0.hasPrefix("--") } ?? rest.endIndex
        directive = Self.directive(first)
        rules = Self.names(rest[..<separator])
        reason = Self.reason(rest[separator...])
    }

    private static func directive(_ word: Substring) -> SuppressionComment.Directive {
        switch word {
        case "osteolint-disable-next-line": .disableNextLine
        case "osteolint-disable": .disable
        case "osteolint-enable": .enable
        default: .unknown(cut(word.dropFirst(marker.count)))
        }
    }

    /// The names, which commas may separate too.
    private static func names(_ words: ArraySlice<Substring>) -> [String] {
        var seen: Set<String> = []
        let names = words.flatMap { $0.split(separator: ",") }.map(cut)
        return Array(names.filter { seen.insert($0).inserted }.prefix(mostRules))
    }

    private static func reason(_ words: ArraySlice<Substring>) -> String? {
        guard let separator = words.first else { return nil }
        let rest = [separator.drop { $0 == "-" }] + words.dropFirst()
        let reason = rest.filter { !$0.isEmpty }.joined(separator: " ")
        return reason.isEmpty ? nil : ShownText.cut(reason)
    }

    private static func cut(_ name: Substring) -> String { ShownText.cut(String(name), to: longestName) }
}
