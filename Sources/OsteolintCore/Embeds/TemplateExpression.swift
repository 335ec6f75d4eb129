/// A stretch between a template engine's delimiters; what stands in it does not end a URL's parameter.
struct TemplateExpression: Hashable {
    let language: TemplateLanguage
    /// Indices into the bytes that were looked at, delimiters included.
    let range: Range<Int>

    /// The expressions in a text, in order; one that is never closed is none.
    static func all(in bytes: [UInt8]) -> [TemplateExpression] {
        var scanner = TemplateScanner(bytes)
        return scanner.expressions
    }
}
