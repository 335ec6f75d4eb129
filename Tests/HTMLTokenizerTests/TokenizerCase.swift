import Foundation

/// A test of html5lib's, as its README describes the format.
struct TokenizerCase: Decodable, Sendable {
    let description: String
    private let input: String
    private let output: [PlainToken]
    private let initialStates: [String]?
    let lastStartTag: String?
    private let doubleEscaped: Bool?

    /// The states to begin in, one run each.
    var states: [String] { initialStates ?? ["Data state"] }

    /// The input as UTF-8, or nil when it has a lone surrogate, which no UTF-8 text holds.
    var text: [UInt8]? { unescaped(input) }

    /// What the tokenizer has to say, or nil when that has a lone surrogate.
    var tokens: [PlainToken]? {
        var tokens: [PlainToken] = []
        for token in output {
            guard let token = token.map(unescaped) else { return nil }
            tokens.append(token)
        }
        return tokens
    }

    /// Decodes the second round of `\uHHHH`, where the test has one.
    private func unescaped(_ text: String) -> [UInt8]? { unescaped(Array(text.utf8)) }

    private func unescaped(_ text: [UInt8]) -> [UInt8]? {
        guard doubleEscaped ?? false else { return text }
        var result: [UInt8] = []
        var rest = text[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "u"), rest.count >= 5,
                let code = UInt32(String(decoding: rest.dropFirst().prefix(4), as: UTF8.self), radix: 16)
            else {
                result.append(byte)
                continue
            }
            guard let scalar = Unicode.Scalar(code) else { return nil }
            result.append(contentsOf: String(scalar).utf8)
            rest = rest.dropFirst(5)
        }
        return result
    }
}
