/// Looks for a `meta` element that declares the encoding of a page, where Chromium looks for one.
///
/// The standard's "prescan a byte stream" stops after 1,024 bytes and knows only tags and comments. Chromium reads the
/// bytes as Latin 1 with its real tokenizer, passes over the text of scripts, styles and titles, and goes on until a tag
/// comes that does not belong into a head; the first 1,024 bytes are looked at in any case.
struct MetaCharsetScanner {
    private var tokenizer: PrescanTokenizer

    /// That many bytes are looked at even when the head is over.
    private static let unconditionalBytes = 1024

    init(_ bytes: UnsafeRawBufferPointer) { tokenizer = PrescanTokenizer(bytes) }

    /// The encoding of the first `meta` that names one that browsers know; not yet read as a page must read it.
    mutating func scan() -> TextEncoding? {
        var isInHead = true
        while let token = tokenizer.next() {
            if case .startTag(let name, let attributes) = token, name == "meta",
                let encoding = MetaDeclaration(attributes).encoding
            {
                return encoding
            }
            if Self.endsHead(token) { isInHead = false }
            if !isInHead, tokenizer.position >= Self.unconditionalBytes { return nil }
        }
        return nil
    }

    private static func endsHead(_ token: PrescanTokenizer.Token) -> Bool {
        switch token {
        case .other: false
        case .startTag("html", _), .startTag("head", _): false
        case .startTag(let name, _), .endTag(let name): !headElements.contains(name)
        }
    }

    private static let headElements: Set<String> = [
        "script", "noscript", "style", "link", "meta", "object", "title", "base",
    ]
}
