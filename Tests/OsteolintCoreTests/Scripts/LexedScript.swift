@testable import OsteolintCore

/// A script taken apart.
struct LexedScript {
    let text: [UInt8]
    private(set) var tokens: [ScriptToken] = []

    init(_ script: String) {
        self.init(Array(script.utf8))
    }

    init(_ text: [UInt8]) {
        self.text = text
        var lexer = ScriptLexer(text, 0..<text.count)
        while let token = lexer.next() { tokens.append(token) }
    }

    /// Each token as it is written, with the letter of its kind before those that are no punctuators.
    var words: [String] { tokens.map { letter(of: $0.kind) + String(decoding: text[$0.range], as: UTF8.self) } }

    private func letter(of kind: ScriptToken.Kind) -> String {
        switch kind {
        case .identifier, .punctuator: ""
        case .number: "n:"
        case .string: "s:"
        case .template, .templateHead, .templateMiddle, .templateTail: "t:"
        case .regularExpression: "r:"
        }
    }
}
