/// A token of the HTML Standard's section 13.2.5. Its bytes stay in the tokenizer until the next token is read.
enum HTMLToken {
    case startTag
    case endTag
    case characters(CharacterRun)
    /// U+0000 in the data state or in a CDATA section, which tree construction drops or replaces.
    case null(at: Int)
    case comment(CommentToken)
    case doctype(DoctypeToken)
    case endOfFile
}

/// Characters that stand together.
struct CharacterRun {
    /// Where they stand, in bytes of the text.
    var source: Range<Int>
    /// What they are: nil when the source says it literally (line ends still to be normalised), else the decoded bytes.
    var decoded: [UInt8]?
    /// Whether they are from a CDATA section.
    var isCDATA = false
}

/// A comment, or what a browser takes for one.
struct CommentToken {
    /// How it is written.
    enum Form: UInt8 {
        case comment
        /// `<!…>`, `<?…>` or `</…>`.
        case bogus
        /// `<![CDATA[…` outside of foreign content.
        case cdata
    }

    var form: Form
    /// The whole, from its `<` to behind its `>`.
    var source: Range<Int>
    /// What it says.
    var data: Range<Int>
}

/// A document type declaration.
struct DoctypeToken {
    var name: [UInt8]?
    var publicID: [UInt8]?
    var systemID: [UInt8]?
    var forcesQuirks = false
}

/// A start or end tag as the tokenizer holds it.
struct TagToken {
    var isEnd = false
    var name = TagName.other
    /// The name's bytes in the tokenizer's `scratch`.
    var nameBytes = 0..<0
    var attributes: [AttributeToken] = []
    var isSelfClosing = false
    /// From its `<` to behind its `>`.
    var source = 0..<0
}

/// An attribute as the tokenizer holds it; `name` and `value` are ranges of its `scratch`.
struct AttributeToken {
    var name: Range<Int>
    var value: Range<Int>
    /// The whole attribute in the text: name, equals sign, quotes and value.
    var source: Range<Int>
    /// The value in the text, without quotes.
    var valueSource: Range<Int>
    /// Whether one of the same name stands before it, so that a browser drops it.
    var isDuplicate = false
}
