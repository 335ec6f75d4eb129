import HTMLTokenizer
import WebURL

/// Makes an embed of a URL in a script.
struct ScriptEmbedBuilder {
    /// An embed with the text that it was made of.
    struct Built {
        let embed: Embed
        let text: ScriptText
        let scriptEmbed: ScriptEmbed

        /// The same, with a parameter of which more is known than that it is filled in at run time.
        func embed(without name: ParameterName) -> ScriptEmbed {
            ScriptEmbed(
                embed: embed, isHostKnown: scriptEmbed.isHostKnown, unread: scriptEmbed.unread.filter { $0 != name },
                isMarkup: scriptEmbed.isMarkup, isOpen: scriptEmbed.isOpen, unknowns: scriptEmbed.unknowns)
        }
    }

    let source: DeliveredText
    let configuration: Configuration

    /// Makes an embed.
    ///
    /// - Parameters:
    ///   - url: the URL.
    ///   - tag: where the expression or the tag stands, in bytes.
    ///   - attribute: where what holds the URL stands, in bytes.
    ///   - isOpen: whether more may be appended elsewhere.
    ///   - isMarkup: whether it is a frame's tag.
    /// - Returns: the embed.
    func build(_ url: ScriptURL, tag: Range<Int>, attribute: Range<Int>, isOpen: Bool, isMarkup: Bool) -> Built {
        let isOpen = isOpen || mayHoldMore(url.text)
        let text = isOpen ? opened(url.text) : url.text
        let resolved = isOpen ? WebURL(text.string, base: WebURL("https://page.invalid/")) ?? url.url : url.url
        let lines = source.lines
        let embedURL = EmbedURL(source: text.located(lines), url: resolved)
        let tagRange = lines.range(tag)
        let embed = Embed(
            path: source.path, ordinal: 0, element: "iframe", state: .live, context: "script", tag: tagRange,
            attribute: lines.range(attribute), url: embedURL,
            environment: OsteocomHost(of: resolved, in: configuration)?.environment, isUnicodePage: true,
            excerpt: SourceExcerpt(firstLine: tagRange.start.line, lines: [lines.snippet(at: tagRange.start)]))
        let unread = ParameterName.allCases.filter { name in
            guard let parameter = embedURL.parameter(name) else { return isOpen }
            return text.hasUnknown(in: parameter.field.valueRange)
        }
        let scriptEmbed = ScriptEmbed(
            embed: embed, isHostKnown: url.isHostKnown, unread: unread, isMarkup: isMarkup, isOpen: isOpen,
            unknowns: text.unknowns.map { lines.range($0.source) } + partlyUnknown(embedURL, text))
        return Built(embed: embed, text: text, scriptEmbed: scriptEmbed)
    }

    /// Where values begin that go on with an expression.
    private func partlyUnknown(_ url: EmbedURL, _ text: ScriptText) -> [SourceRange] {
        url.fields.filter { text.hasUnknown(in: $0.valueRange) }.map { url.source.range($0.valueRange) }
    }

    /// Whether an expression stands where it may be or hold parameters: in place of a field, or behind the path.
    private func mayHoldMore(_ text: ScriptText) -> Bool {
        let bytes = text.bytes
        let question = bytes.firstIndex(of: UInt8(ascii: "?"))
        return text.unknowns.contains { unknown in
            guard let question else { return true }
            guard unknown.range.lowerBound > question else { return false }
            let before = bytes[unknown.range.lowerBound - 1]
            return before == UInt8(ascii: "?") || before == UInt8(ascii: "&")
                || isBehindWholeValue(unknown.range, bytes)
        }
    }

    /// Whether an expression at the end follows a value that is one without it: an id, or anything that is no parameter's.
    private func isBehindWholeValue(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
        guard range.upperBound == bytes.count else { return false }
        let field = bytes[..<range.lowerBound].split(separator: UInt8(ascii: "&")).last ?? []
        guard let equals = field.firstIndex(of: UInt8(ascii: "=")) else { return false }
        let name = field[..<equals].split(separator: UInt8(ascii: "?")).last ?? []
        let value = field[(equals + 1)...]
        if ["clientId", "productId"].contains(where: { name.elementsEqual($0.utf8) }) { return value.count >= 8 }
        return !value.isEmpty && ParameterSpelling(String(decoding: name, as: UTF8.self)) == nil
    }

    /// The text with a field of which nothing is known at its end.
    private func opened(_ text: ScriptText) -> ScriptText {
        var text = text
        if text.bytes.contains(UInt8(ascii: "#")) { return text }
        let end = text.sourceEnd
        let separator = text.bytes.contains(UInt8(ascii: "?")) ? UInt8(ascii: "&") : UInt8(ascii: "?")
        text.append([separator], at: end..<end, isVerbatim: false)
        text.appendUnknown(0..<0, at: end..<end)
        return text
    }
}

extension ScriptText {
    /// A stretch as an attribute's value: character references decoded.
    func decodingReferences(in range: Range<Int>) -> ScriptText {
        let value = MappedText(decoding: bytes, range, isAttribute: true)
        var text = ScriptText(at: source(of: range.lowerBound))
        for (index, run) in value.runs.enumerated() {
            let end = index + 1 < value.runs.count ? value.runs[index + 1].offset : value.bytes.count
            let piece = value.bytes[run.offset..<end]
            let verbatim = run.source..<min(bytes.count, run.source + piece.count)
            if bytes[verbatim].elementsEqual(piece) {
                text.append(part(verbatim))
            } else {
                let next = index + 1 < value.runs.count ? value.runs[index + 1].source : range.upperBound
                text.append(piece, at: sourceRange(of: run.source..<next), isVerbatim: false)
            }
        }
        return text
    }
}
