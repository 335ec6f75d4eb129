extension TemplateLanguage {
    /// What expressions and variables begin with; a value without any of them, as nearly all are, holds none.
    private static let signs = Array("{$#<[*@%".utf8)

    /// The language of the first template expression in a value, or of one that is cut off; nil when there is none.
    init?(ofExpressionIn text: String) {
        guard text.utf8.contains(where: Self.signs.contains) else { return nil }
        let bytes = Array(text.utf8)
        var scanner = TemplateScanner(bytes)
        if let expression = scanner.expressions.first {
            self = expression.language
        } else if let language = scanner.languageOfCutOff ?? TemplateVariable(bytes).language {
            self = language
        } else {
            return nil
        }
    }
}
