/// What stands in a parameter instead of a value.
public enum Placeholder: Sendable, Hashable {
    /// Nothing, or nothing but spaces.
    case empty
    /// An expression that a template engine should have filled in.
    case template(TemplateLanguage)
    /// What a script writes for a value that is not there, such as `undefined`.
    case scriptValue
    /// A word that stands for any user, such as `guest`.
    case stockWord
    /// A name that stands for the value, such as `YOUR_USER_ID`.
    case standIn
    /// A value of Osteocom's documentation.
    case documentationSample

    /// Recognises what stands in a raw value, as it is and percent-decoded; nil for a value of its own.
    ///
    /// - Parameter rawValue: the value as in the attribute; spaces around it do not count.
    public init?(_ rawValue: some StringProtocol) {
        self.init(rawValue: String(rawValue), value: EmbedField.decode(rawValue))
    }

    /// Recognises what stands in a value, given as it is and percent-decoded.
    init?(rawValue: String, value: String) {
        let rawText = Self.trimmed(rawValue)
        let text = rawValue == value ? rawText : Self.trimmed(value)
        guard !rawText.isEmpty, !text.isEmpty else {
            self = .empty
            return
        }
        var found = Self.recognised(rawText)
        if found == nil, text != rawText { found = Self.recognised(text) }
        guard let found else { return nil }
        self = found
    }

    /// Whether it is what a template engine will fill in.
    public var isTemplate: Bool {
        if case .template = self { true } else { false }
    }

    /// Whether it is expected in pages of this kind.
    public func isExpected(in rendering: Rendering) -> Bool {
        rendering == .template && isTemplate
    }

    private static func trimmed(_ text: String) -> String {
        let space = UInt8(ascii: " ")
        guard text.utf8.first == space || text.utf8.last == space else { return text }
        let text = text.drop { $0 == " " }
        let end = text.lastIndex { $0 != " " }
        return end.map { String(text[...$0]) } ?? ""
    }

    private static func recognised(_ text: String) -> Placeholder? {
        let word = text.lowercased()
        if DocumentationSample.matches(word) { return .documentationSample }
        if ScriptValue.matches(text) { return .scriptValue }
        if stockWords.contains(word) { return .stockWord }
        if let language = TemplateLanguage(ofExpressionIn: text) { return .template(language) }
        return StandInName.matches(text) ? .standIn : nil
    }

    private static let stockWords: Set = [
        "0", "-1", "guest", "anonymous", "anon", "user", "test", "demo", "example",
    ]
}
