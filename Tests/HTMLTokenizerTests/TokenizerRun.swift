@testable import HTMLTokenizer

/// All tokens of a text, from a state on, without a tree construction that would switch states.
struct TokenizerRun {
    private(set) var tokens: [PlainToken] = []

    init(_ text: [UInt8], state: HTMLTokenizer.State = .data, lastStartTag: String? = nil) {
        text.withUnsafeBufferPointer { bytes in
            var tokenizer = HTMLTokenizer(bytes)
            tokenizer.scratch = Array((lastStartTag ?? "").utf8)
            tokenizer.tag.nameBytes = 0..<tokenizer.scratch.count
            tokenizer.enter(state)
            while append(tokenizer.next(), of: tokenizer) {}
        }
    }

    /// Adds a token; false for the end.
    private mutating func append(_ token: HTMLToken, of tokenizer: HTMLTokenizer) -> Bool {
        switch token {
        case .startTag: tokens.append(Self.startTag(tokenizer))
        case .endTag: tokens.append(.endTag(Array(tokenizer.scratch[tokenizer.tag.nameBytes])))
        case .characters(let run):
            append(characters: run.decoded ?? Self.withLineFeeds(tokenizer.input[run.source]))
        case .null: append(characters: [0])
        case .comment(let comment):
            tokens.append(.comment(Self.withoutNull(Self.withLineFeeds(tokenizer.input[comment.data]))))
        case .doctype(let doctype):
            tokens.append(
                .doctype(
                    name: doctype.name, publicID: doctype.publicID, systemID: doctype.systemID,
                    isCorrect: !doctype.forcesQuirks))
        case .endOfFile: return false
        }
        return true
    }

    private mutating func append(characters: [UInt8]) {
        guard case .characters(let before)? = tokens.last else {
            tokens.append(.characters(characters))
            return
        }
        tokens[tokens.count - 1] = .characters(before + characters)
    }

    private static func startTag(_ tokenizer: HTMLTokenizer) -> PlainToken {
        var attributes: [[UInt8]: [UInt8]] = [:]
        for attribute in tokenizer.tag.attributes where !attribute.isDuplicate {
            attributes[Array(tokenizer.scratch[attribute.name])] = Array(tokenizer.scratch[attribute.value])
        }
        return .startTag(
            Array(tokenizer.scratch[tokenizer.tag.nameBytes]), attributes: attributes,
            isSelfClosing: tokenizer.tag.isSelfClosing)
    }

    /// Line ends as LF: the tokenizer gives stretches of text that was not normalised.
    private static func withLineFeeds(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
        var result: [UInt8] = []
        var previous: UInt8 = 0
        for byte in bytes {
            if byte != 0x0A || previous != 0x0D { result.append(byte == 0x0D ? 0x0A : byte) }
            previous = byte
        }
        return result
    }

    /// A comment's data are a stretch of the text too, so that U+0000 stands in it as it is.
    private static func withoutNull(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
    }
}
