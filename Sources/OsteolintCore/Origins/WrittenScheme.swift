/// The scheme at the beginning of a declared origin.
struct WrittenScheme {
    /// What people write for `https://` and `http://` when a key sticks.
    static let hinted: [(text: String, name: String)] = ["https", "http"].flatMap { name in
        ["//", ";//", ".//", ",//"].map { (text: name + $0, name: name) }
    }

    private static let withAuthority: Set = ["http", "https", "ftp", "ws", "wss"]
    private static let withoutAuthority: Set = [
        "about", "blob", "data", "file", "filesystem", "intent", "javascript", "mailto", "sip", "sips", "sms", "tel",
        "urn", "view-source", "xmpp",
    ]

    /// The scheme in lower case.
    let name: String
    /// The scheme as written.
    let text: OriginText.Scalars
    /// What follows the colon.
    let rest: OriginText.Scalars
    /// Whether a host may follow.
    let hasAuthority: Bool

    /// Takes a scheme (URL Standard, the "scheme start" and "scheme" states), or gives nil where the text begins with
    /// a host: a browser would read `lms.partner.com:8443` as a scheme and something behind it, its author would not.
    init?(_ scalars: OriginText.Scalars) {
        guard let colon = scalars.firstIndex(of: ":"), scalars.first?.properties.isAlphabetic == true else {
            return nil
        }
        text = scalars[..<colon]
        rest = scalars[(colon + 1)...]
        guard text.allSatisfy(Self.isInScheme) else { return nil }
        name = OriginText.text(text.map(OriginText.lowercased))
        if Self.withoutAuthority.contains(name) {
            hasAuthority = false
        } else if Self.withAuthority.contains(name) || rest.starts(with: "//".unicodeScalars) {
            hasAuthority = true
        } else {
            guard !Self.isHost(name, before: rest) else { return nil }
            hasAuthority = false
        }
    }

    private static func isInScheme(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "+-.".contains(Character(scalar)))
    }

    /// Whether what looks like a scheme is a host before a port, or a user's name before a password.
    private static func isHost(_ name: String, before rest: OriginText.Scalars) -> Bool {
        if name.contains(".") || name == "localhost" { return true }
        let authority = rest.prefix { !OriginText.endsAuthority($0) }
        if authority.contains("@") { return true }
        let port = authority.prefix { !$0.properties.isWhitespace }
        return !port.isEmpty && port.allSatisfy { ("0"..."9").contains($0) }
    }
}
