/// A stretch of a sentence: plain words, or what stands between two backticks.
struct InlinePiece {
    /// The words; nil for code.
    let words: String?
    /// The code without its backticks; nil for words.
    let code: String?

    /// The pieces of a sentence, made visible; a backtick without a partner stays what it is.
    static func pieces(of sentence: String) -> [InlinePiece] {
        let parts = VisibleText.visible(sentence).split(separator: "`", omittingEmptySubsequences: false)
        var pieces: [InlinePiece] = []
        for (index, part) in parts.enumerated() {
            if index.isMultiple(of: 2) {
                if !part.isEmpty { pieces.append(InlinePiece(words: String(part), code: nil)) }
            } else if index == parts.count - 1 {
                pieces.append(InlinePiece(words: "`" + part, code: nil))
            } else {
                pieces.append(InlinePiece(words: nil, code: String(part)))
            }
        }
        return pieces
    }
}
