import OsteolintCore
import WebURL

/// Says what the card reads because of a fault of encoding, and what to write.
struct EncodingWording {
    /// Whose name or value it is.
    private let owner: String
    private let text: String
    private let kind: EncodingFault.Kind

    /// - Parameters:
    ///   - fault: the fault.
    ///   - owner: "the value of clientId" or the like.
    ///   - input: the URL's text.
    init(_ fault: EncodingFault, owner: String, in input: URLInput) {
        self.owner = owner
        text = input.text(fault.indices)
        kind = fault.kind
    }

    var message: String {
        switch kind {
        case .space: "a raw space in \(owner) becomes a part of what the card reads"
        case .control: "a control character, \(codePoint), in \(owner) becomes a part of what the card reads"
        case .plus: "a bare `+` in \(owner) is read as a space"
        case .strayPercent:
            "`%` in \(owner) is not followed by two hexadecimal digits, so the card reads it as it stands"
        case .encodedTwice:
            "\(Quoted.text(text)) in \(owner) is percent-encoded twice: the card reads \(Quoted.text(decodedOnce))"
        case .invalidUTF8: "\(Quoted.text(text)) in \(owner) is not UTF-8: the card reads U+FFFD in its place"
        case .nonASCII:
            "\(Quoted.text(text)) in \(owner) is sent in the page's own encoding, which is not UTF-8: the card reads another text"
        }
    }

    var help: String {
        switch kind {
        case .space: "write `%20` for a space that belongs there; remove those around a value and those of indentation"
        case .control: "remove the character"
        case .plus: "write `%2B` for a plus sign, `%20` for a space"
        case .strayPercent: "write `%25` for a percent sign"
        case .encodedTwice: "encode once: write \(Quoted.text(decodedOnce))"
        case .invalidUTF8: "percent-encode the text's UTF-8 bytes, as `encodeURIComponent` does: `%C3%A9` for é"
        case .nonASCII: "write \(Quoted.text(encoded)), or save the page as UTF-8 and declare it"
        }
    }

    private var codePoint: String { text.unicodeScalars.first.map(Quoted.scalar) ?? "" }

    private var decodedOnce: String { "%" + text.suffix(2) }

    private var encoded: String { PercentEncoding.encode(text, .component) }
}
