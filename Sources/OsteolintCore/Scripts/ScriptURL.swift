import WebURL

/// A text of a script that is an embed's URL, or becomes one where its host is not known.
struct ScriptURL {
    /// The text with all that a URL needs; what was put in front stands for nothing in the script.
    let text: ScriptText
    let url: WebURL
    /// Whether the script itself says which host it is.
    let isHostKnown: Bool

    /// Reads a text; nil for one that is no embed's URL.
    ///
    /// A host that is not known is taken for Osteocom's where the path and the parameters are an embed's.
    init?(_ text: ScriptText, in configuration: Configuration) {
        let text = Self.trimmed(text)
        guard !text.bytes.isEmpty, !text.isCut, text.bytes.count <= 8192, !text.isUnknown else { return nil }
        let bytes = text.bytes
        let authority = Self.authority(of: text)
        let isKnown = authority.map { !text.hasUnknown(in: $0) } ?? false
        let host = (configuration.environment ?? .production).host
        var whole = ScriptText(at: text.source(of: 0))
        if let authority, isKnown {
            guard authority.upperBound < bytes.count else { return nil }
            if authority.lowerBound == 0 || text.hasUnknown(in: 0..<authority.lowerBound) {
                whole.append("https://".utf8, at: text.source(of: 0)..<text.source(of: 0), isVerbatim: false)
                whole.append(text.part(authority.lowerBound..<authority.upperBound))
            } else {
                whole = text.part(0..<authority.upperBound)
            }
            if text.unknowns.contains(where: { $0.range.lowerBound == authority.upperBound }) {
                let offset = text.source(of: authority.upperBound)
                whole.append([UInt8(ascii: "/")], at: offset..<offset, isVerbatim: false)
            }
            whole.append(text.part(authority.upperBound..<bytes.count))
        } else {
            let rest = authority?.upperBound ?? Self.endOfUnknownStart(text)
            guard let rest, rest < bytes.count, Self.readsLikeEmbed(bytes[rest...]) else { return nil }
            let start = text.source(of: 0)
            whole.append("https://\(host)".utf8, at: start..<start, isVerbatim: false)
            whole.append(text.part(rest..<bytes.count))
        }
        guard let url = WebURL(whole.string, base: WebURL("https://page.invalid/")),
            OsteocomHost.isEmbed(url, in: configuration), !Self.isCall(url)
        else { return nil }
        self.text = whole
        self.url = url
        isHostKnown = isKnown
    }

    /// Osteocom's API takes the same parameters.
    private static func isCall(_ url: WebURL) -> Bool {
        url.path.hasPrefix("/api") || url.path.hasPrefix("/sv6")
    }

    private static func trimmed(_ text: ScriptText) -> ScriptText {
        let start = text.bytes.firstIndex { $0 > 0x20 } ?? text.bytes.count
        let end = (text.bytes.lastIndex { $0 > 0x20 } ?? start - 1) + 1
        return start == 0 && end == text.bytes.count ? text : text.part(start..<end)
    }

    /// Where the host stands: behind `https://`, `//`, what is not known and `//`, or at the very start.
    private static func authority(of text: ScriptText) -> Range<Int>? {
        let bytes = text.bytes
        let lowercased = String(decoding: bytes.prefix(16), as: UTF8.self).lowercased()
        var start = 0
        if lowercased.hasPrefix("https:") {
            start = 6
        } else if lowercased.hasPrefix("http:") {
            start = 5
        } else if let first = text.unknowns.first, first.range.lowerBound == 0 {
            let rest = bytes[first.range.upperBound...]
            let slashes = rest.drop { $0 == UInt8(ascii: ":") }.prefix { $0 == UInt8(ascii: "/") }
            let end = slashes.count >= 2 ? slashes.endIndex : first.range.upperBound
            return namesHost(bytes[end...]) ? end..<endOfHost(bytes, end) : nil
        } else if !lowercased.hasPrefix("//") {
            return namesHost(bytes[...]) ? 0..<endOfHost(bytes, 0) : nil
        }
        while start < bytes.count, bytes[start] == UInt8(ascii: "/") || bytes[start] == UInt8(ascii: "\\") {
            start += 1
        }
        return start..<endOfHost(bytes, start, text)
    }

    /// Where a host ends; an expression in it belongs to it, unless Osteocom's whole host stands before it.
    private static func endOfHost(_ bytes: [UInt8], _ start: Int, _ text: ScriptText? = nil) -> Int {
        var index = start
        while index < bytes.count {
            if let unknown = text?.unknowns.first(where: { $0.range.lowerBound == index }) {
                let host = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
                if OsteocomHost.isFamily(host) { break }
                index = unknown.range.upperBound
            } else if "/?#\\".utf8.contains(bytes[index]) {
                break
            } else {
                index += 1
            }
        }
        return index
    }

    /// Whether a text begins with Osteocom's host.
    private static func namesHost(_ bytes: ArraySlice<UInt8>) -> Bool {
        let host = bytes.prefix { !"/?#\\:".utf8.contains($0) }
        guard host.count < 64, host.count < bytes.count else { return false }
        return OsteocomHost.isFamily(String(decoding: host, as: UTF8.self).lowercased())
    }

    private static func endOfUnknownStart(_ text: ScriptText) -> Int? {
        guard let first = text.unknowns.first, first.range.lowerBound == 0 else {
            return text.bytes.starts(with: "/embed/".utf8) ? 0 : nil
        }
        return first.range.upperBound
    }

    /// Whether what follows a host that is not known can only be an embed: its path and a parameter, or two of these.
    private static func readsLikeEmbed(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let first = rest.first, "/?#&".utf8.contains(first),
            let question = rest.firstIndex(of: UInt8(ascii: "?"))
        else { return false }
        let fields = rest[(question + 1)...].split(separator: UInt8(ascii: "&"))
        let names = fields.map { String(decoding: $0.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self) }
        let parameters = Set(names.compactMap(ParameterName.init(rawValue:)))
        let hasPath = String(decoding: rest[..<question], as: UTF8.self).contains("/embed/")
        return parameters.count > 1 || hasPath && !parameters.isEmpty
    }
}
