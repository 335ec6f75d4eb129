internal import WebURL

/// A text that may have been meant as a URL of Osteocom's, taken apart around the host that it names.
///
/// It looks at text that a browser does not take for such a URL, so it cannot rely on what the browser makes of it.
struct EmbedURLText {
    /// What stands before the host of Osteocom's; nil when none is named before the query and the fragment.
    private let prefix: String?
    /// The start of the text without what a browser drops: spaces before it, tabs, line ends (URL Standard, section 4.4).
    private let start: String
    /// What of it comes before the query and the fragment, percent-decoded.
    private let head: String
    private let configuration: Configuration

    /// How many scalars are looked at: a host stands at the start of a URL, and `data:` URLs can have millions.
    private static let longestStart = 1024

    private static let quotes: Set<Character> = [
        "\"", "'", "`", "“", "”", "„", "‟", "‘", "’", "‚", "‛", "″", "′", "«", "»", "‹", "›", "＂",
    ]
    private static let schemes = ["http", "https"]
    /// Words that get into a value when an attribute or a style is pasted with it.
    private static let pastedWords: Set = ["src", "data", "href", "url"]

    init(_ text: String, in configuration: Configuration) {
        self.configuration = configuration
        let start = text.unicodeScalars.drop { $0.value <= 0x20 }.prefix(Self.longestStart)
        self.start = String(String.UnicodeScalarView(start.filter { !"\t\n\r".unicodeScalars.contains($0) }))
        let end = self.start.firstIndex { $0 == "?" || $0 == "#" } ?? self.start.endIndex
        head = String(decoding: PercentEncoding.decode(String(self.start[..<end])), as: UTF8.self)
        prefix = Self.prefix(ofHostIn: head, configuration)
    }
}

// MARK: - Judging

extension EmbedURLText {
    /// A typographic quote, or an escaped one, at the end of a URL that is otherwise good.
    static func closingQuote(of text: String) -> String? {
        guard let last = text.unicodeScalars.last(where: { $0.value > 0x20 }).map(Character.init) else { return nil }
        return quotes.contains(last) && last != "'" && last != "`" ? String(last) : nil
    }

    /// What is wrong when a browser makes a URL of it that leads to another place.
    var faultOfForeign: EmbedURLFault? {
        guard let prefix else { return nil }
        guard Self.isScheme(prefix) else { return fault(of: prefix) }
        // Where the text has the scheme as well, the host is somebody else's; else the scheme was percent-encoded.
        return start.hasPrefix(prefix) ? nil : .brokenScheme(String(start.prefix { $0 != "." }))
    }

    /// What is wrong when a browser makes no URL of it.
    var faultOfUnparsable: EmbedURLFault? {
        if let prefix, !Self.isScheme(prefix), let fault = fault(of: prefix), fault != .missingScheme {
            return fault
        }
        guard let authority = Self.authority(of: head), !isExpectedTemplate(authority) else { return nil }
        guard Self.readsLikeOsteocom(authority, configuration) else { return nil }
        return .unparsable(reason: reason)
    }

    private var reason: String {
        do {
            _ = try WebURL(parsing: start.hasPrefix("//") ? "https:" + start : start)
            return "a browser makes no URL of it"
        } catch {
            return String(describing: error)
        }
    }

    private func fault(of prefix: String) -> EmbedURLFault? {
        let words = Self.words(of: prefix)
        let ownScheme = Self.scheme(of: prefix)
        guard words.allSatisfy({ $0 == ownScheme || Self.isNearScheme($0) || Self.pastedWords.contains($0) }) else {
            return nil
        }
        if let quote = prefix.first(where: Self.quotes.contains) { return .quoted(String(quote)) }
        if words.isEmpty {
            return prefix.allSatisfy { "/\\.".contains($0) } ? .missingScheme : .strayText(prefix)
        }
        if words.contains(where: Self.pastedWords.contains) { return .strayText(prefix) }
        if let ownScheme, !Self.schemes.contains(ownScheme) { return .wrongScheme(ownScheme) }
        if words.count > 1 { return .repeatedScheme }
        let stray = prefix.firstRange(of: "://").map { prefix[..<$0.lowerBound].dropLast(words[0].count) } ?? ""
        return Self.schemes.contains(words[0]) && !stray.isEmpty ? .strayText(String(stray)) : .brokenScheme(prefix)
    }

    /// Whether a template puts the host in, in pages that are checked before it does.
    private func isExpectedTemplate(_ authority: String) -> Bool {
        configuration.rendering == .template && authority.contains { "{}<>$%[]".contains($0) }
    }
}

// MARK: - Taking apart

extension EmbedURLText {
    /// What stands before the first host of Osteocom's, or nil when none is named.
    private static func prefix(ofHostIn head: String, _ configuration: Configuration) -> String? {
        var rest = head[...]
        while let start = rest.firstIndex(where: isHostCharacter) {
            let run = rest[start...].prefix(while: isHostCharacter)
            rest = rest[run.endIndex...]
            let leading = run.prefix { $0 == "." || $0 == "-" }
            let host = run.dropFirst(leading.count).lowercased()
            guard isOsteocoms(host, configuration), endsHost(rest.first) else { continue }
            return String(head[..<start]) + leading
        }
        return nil
    }

    private static func isHostCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "." || character == "-")
    }

    private static func endsHost(_ next: Character?) -> Bool {
        guard let next else { return true }
        return "/\\: ".contains(next) || quotes.contains(next)
    }

    private static func isOsteocoms(_ host: String, _ configuration: Configuration) -> Bool {
        if OsteocomHost.isFamily(host) { return true }
        guard case .custom(_, let origin)? = configuration.environment else { return false }
        return origin.tuple?.host.text == host
    }

    /// Whether the text before the host is just a scheme that loads pages and its two slashes, or the slashes alone.
    ///
    /// With fewer slashes the rest is relative to a page of the same scheme.
    private static func isScheme(_ prefix: String) -> Bool {
        let lowercased = prefix.lowercased()
        let slashes = lowercased.reversed().prefix { $0 == "/" || $0 == "\\" }.count
        let scheme = lowercased.dropLast(slashes)
        return slashes > 1 && (scheme.isEmpty || scheme == "https:" || scheme == "http:")
    }

    /// The scheme that a browser reads at the start of the text (URL Standard, "scheme start state"), in lower case.
    private static func scheme(of prefix: String) -> String? {
        guard let colon = prefix.firstIndex(of: ":"), let first = prefix.first, first.isASCII, first.isLetter else {
            return nil
        }
        let scheme = prefix[..<colon].lowercased()
        return scheme.allSatisfy { isHostCharacter($0) || $0 == "+" } ? scheme : nil
    }

    private static func words(of prefix: String) -> [String] {
        prefix.lowercased().split { !(isHostCharacter($0) || $0 == "+") || $0 == "." }.map(String.init)
    }

    private static func isNearScheme(_ word: String) -> Bool {
        schemes.contains { EditDistance.between(word, $0) <= 1 }
    }

    /// What stands between the slashes behind the scheme and the path; nil for text that is relative.
    private static func authority(of head: String) -> String? {
        var rest = head[...]
        if let scheme = scheme(of: head) {
            guard schemes.contains(scheme) else { return nil }
            rest = rest.dropFirst(scheme.count + 1)
        } else {
            guard rest.hasPrefix("//") || rest.hasPrefix("\\\\") else { return nil }
        }
        return rest.drop { $0 == "/" || $0 == "\\" }.prefix { $0 != "/" && $0 != "\\" }.lowercased()
    }

    private static func readsLikeOsteocom(_ authority: String, _ configuration: Configuration) -> Bool {
        let words = authority.split { !$0.isLetter && !$0.isNumber }
        guard !words.contains(where: { $0 == OsteocomHost.name }) else { return true }
        let host = String(authority.split(separator: "@").last?.prefix { $0 != ":" } ?? "")
        return isOsteocoms(host, configuration) || HostLikeness.of(host: host) != nil
    }
}
