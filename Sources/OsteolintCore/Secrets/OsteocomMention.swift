import WebURL

/// Where a text names Osteocom's host.
struct OsteocomMention {
    /// The custom host, in lower case; nil where the configuration names none.
    let customHost: String?

    init(_ configuration: Configuration) {
        guard case .custom(_, let origin)? = configuration.environment else {
            customHost = nil
            return
        }
        customHost = origin.tuple?.host.text
    }

    /// The words to look for, in lower case.
    var words: [[UInt8]] { ([OsteocomHost.name] + [customHost].compactMap { $0 }).map { Array($0.utf8) } }

    /// Whether a host in lower case is one of Osteocom's, or the configured one.
    func isOsteocom(_ host: String) -> Bool { OsteocomHost.isFamily(host) || host == customHost }

    /// Whether `osteocom` at an offset is the beginning of the domain: `.me` follows, and nothing that continues it.
    static func isDomain(at offset: Int, in reader: LiteralReader) -> Bool {
        if let before = reader.byte(at: offset - 1), ASCII.isLetter(before) || ASCII.isDigit(before) || before == 0x2D {
            // `\nosteocom.me` of an escaped line end.
            guard reader.byte(at: offset - 2) == UInt8(ascii: "\\") || reader.byte(at: offset - 3) == UInt8(ascii: "%")
            else {
                return false
            }
        }
        var end = offset + OsteocomHost.name.utf8.count
        while reader.byte(at: end) == UInt8(ascii: "\\") { end += 1 }
        guard reader.stands(".me", at: end) else { return false }
        return reader.byte(at: end + 3).map { ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == 0x2D } != true
    }
}
