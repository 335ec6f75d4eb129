import HTMLTokenizer
import WebURL

/// What a script does about embeds, as far as that can be read without running it.
struct ScriptReading: Sendable {
    /// The embeds that it builds, in the order in which they are found.
    private(set) var embeds: [ScriptEmbed] = []
    /// What fills `partnerUserId` with another value each time.
    private(set) var volatileUses: [VolatileUse] = []
    /// Where it makes a frame while it names Osteocom's host, although no URL of an embed can be read.
    private(set) var lonelyFrame: SourceRange?

    /// Reads a stretch of a text, in bytes.
    init(_ source: DeliveredText, _ range: Range<Int>, in configuration: Configuration) {
        guard Self.mayMatter(source.text, range, configuration) else { return }
        var lexer = ScriptLexer(source.text, range)
        while let tokens = ScriptTokens(&lexer) {
            let signs = ScriptSigns(tokens, in: configuration)
            guard !signs.texts.isEmpty else { continue }
            var reader = ScriptReader(source, tokens, signs, configuration)
            reader.read()
            embeds += reader.embeds
            volatileUses += reader.volatileUses
            lonelyFrame = lonelyFrame ?? reader.lonelyFrame
        }
        if !embeds.isEmpty { lonelyFrame = nil }
    }

    /// Whether a host of Osteocom's is named, or one of its parameters where a host may be written with escapes.
    private static func mayMatter(_ text: [UInt8], _ range: Range<Int>, _ configuration: Configuration) -> Bool {
        text.withUnsafeBytes { bytes in
            let stretch = UnsafeRawBufferPointer(rebasing: bytes[range])
            let hosts = NeedleScan.Words(Prescan.needles(configuration))
            if NeedleScan(file: stretch, hosts).foundNeedle { return true }
            let parameter = Array(ParameterName.partnerUserID.rawValue.lowercased().utf8)
            return stretch.contains(UInt8(ascii: "\\"))
                && NeedleScan(file: stretch, NeedleScan.Words([parameter])).foundNeedle
        }
    }
}
