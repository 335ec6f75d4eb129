import HTMLTokenizer
import WebURL

/// Tells pages that cannot hold an embed, without decoding or parsing them.
///
/// A page is parsed when its bytes name an Osteocom host, may hold a comment that speaks to osteolint, or hold what may be
/// a secret of Osteocom's; or when the attributes of a frame's or `base` tag, wherever it stands, name a host in
/// disguise: in character references, percent-encoding, Unicode letters, a look-alike.
public struct Prescan: Sendable {
    private let words: NeedleScan.Words
    private let configuration: Configuration
    private let base: WebURL?

    /// Makes a scan.
    ///
    /// - Parameters:
    ///   - configuration: tells Osteocom's hosts.
    ///   - secret: the partner's secret, which no file may hold; nil where it is not known.
    public init(_ configuration: Configuration, secret: KnownSecret? = nil) {
        self.configuration = configuration
        base = WebURL("https://page.invalid/")
        let words = Self.needles(configuration) + [Array(SuppressionText.marker.utf8)]
        self.words = NeedleScan.Words(words + (secret?.words ?? []))
    }

    /// The names of hosts in lower case, any of which a page has that is not in disguise.
    static func needles(_ configuration: Configuration) -> [[UInt8]] {
        var needles = [OsteocomHost.name]
        if case .custom(_, let origin)? = configuration.environment, let host = origin.tuple?.host.text {
            needles.append(host)
        }
        return needles.map { Array($0.utf8) }
    }

    /// Whether a page has to be parsed.
    ///
    /// - Parameters:
    ///   - bytes: the page as stored.
    ///   - charset: the encoding that the user named, if any.
    /// - Returns: false only for a page in which parsing would find nothing of Osteocom's.
    public func needsParsing(_ bytes: UnsafeRawBufferPointer, charset: TextEncoding? = nil) -> Bool {
        if let charset, !charset.isASCIICompatible { return true }
        if Self.mayBeUTF16(bytes) { return true }
        let scan = NeedleScan(page: bytes, words)
        if scan.foundNeedle { return true }
        // Tags within tags are read more than once; a page that is all tags is sooner parsed than that.
        var budget = 4 * bytes.count + 1024
        return scan.tags.contains { offset in
            let tag = RawTag.first(in: bytes, at: offset)
            budget -= tag?.length ?? (bytes.count - offset)
            return budget < 0 || tag.map(hidesEmbed) ?? false
        }
    }

    /// Whether a script or data has to be read.
    ///
    /// - Parameter bytes: the file as stored.
    /// - Returns: false only for one in which no rule would find anything.
    public func needsReading(_ bytes: UnsafeRawBufferPointer) -> Bool {
        Self.mayBeUTF16(bytes) || NeedleScan(file: bytes, words).foundNeedle
    }

    /// UTF-16 by its byte order mark, or by the zero bytes that its ASCII letters have.
    private static func mayBeUTF16(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count >= 2 else { return false }
        switch (bytes[0], bytes[1]) {
        case (0xFE, 0xFF), (0xFF, 0xFE), (0, _), (_, 0): return true
        default: return false
        }
    }

    private func hidesEmbed(_ tag: RawTag.Reading) -> Bool {
        tag.attributes.contains { attribute in
            switch attribute.name {
            case "src", "data", "href": isMeantForOsteocom(attribute.value)
            case "srcdoc": attribute.value.contains("&") || attribute.value.contains("%") || isMeant(attribute.value)
            default: DeferredSource.holdsURL(attribute.name) && isMeantForOsteocom(attribute.value)
            }
        }
    }

    /// A `srcdoc` document that may hold frames of its own is worth a closer look.
    private func isMeant(_ srcdoc: String) -> Bool {
        let text = srcdoc.lowercased()
        return FrameFinder.elementNames.contains { text.contains("<" + $0) }
    }

    private func isMeantForOsteocom(_ value: String) -> Bool {
        Self.isWrittenOtherwise(value) || DeferredSource.isMeantForOsteocom(value, base, configuration)
            || WebURL(value, base: base).map { OsteocomHost(of: $0, in: configuration) != nil } ?? false
    }

    /// Whether letters may be hidden in it that only decoding shows: bytes that are not UTF-8 or an escape sequence of
    /// ISO-2022-JP, which the page's encoding reads, or the escapes of a script's string.
    private static func isWrittenOtherwise(_ value: String) -> Bool {
        value.unicodeScalars.contains { $0 == "\u{FFFD}" || $0 == "\u{1B}" }
            || value.contains("\\u") || value.contains("\\x")
    }
}
