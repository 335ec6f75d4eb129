public import WebURL

/// An embed's URL: what was written, what a browser makes of it, and the parameters in it with their places.
public struct EmbedURL: Sendable {
    /// Where the parts of the URL stand in what was written.
    public typealias Components = EmbedURLComponents

    /// The attribute's value as parsed.
    public let source: LocatedText
    /// What a browser resolves it to.
    public let url: WebURL
    /// The text as a browser reads it, byte by byte.
    public let input: URLInput
    /// Where the parts of the URL stand in `source.text`.
    public let components: Components
    /// All names and values in order: the query's, and those behind `#`.
    public let fields: [EmbedField]
    private let templates: [Range<Int>]
    private let parameters: [ParameterName: EmbedParameter]

    /// Finds the parameters in a URL.
    ///
    /// - Parameters:
    ///   - source: the attribute's value as parsed.
    ///   - url: what it resolves to.
    public init(source: LocatedText, url: WebURL) {
        let parts = URLParts(URLInput(source.text))
        let fields = EmbedFieldSplitter(parts).fields
        self.source = source
        self.url = url
        self.fields = fields
        input = parts.input
        templates = parts.templates.map(\.range)
        components = EmbedURLComponents(parts)
        var parameters: [ParameterName: EmbedParameter] = [:]
        for name in ParameterName.allCases {
            guard let field = Self.field(meant: name, in: fields) else { continue }
            parameters[name] = EmbedParameter(name, field: field, input: parts.input)
        }
        self.parameters = parameters
    }

    /// The parameter that the card reads, or would read if it had the right name or stood in the right place.
    ///
    /// Of several under the exact name the first counts. A misspelled one counts where the exact name is absent, and
    /// one behind `#` or `;` where the query has none at all.
    public func parameter(_ name: ParameterName) -> EmbedParameter? {
        parameters[name]
    }

    /// The fields of the query under the exact name, in order.
    public func occurrences(of name: ParameterName) -> [EmbedField] {
        fields.filter { $0.carrier == .query && $0.name == name.rawValue }
    }

    /// Whether a byte of `input` stands inside a template engine's delimiters.
    public func isInTemplate(_ index: Int) -> Bool {
        templates.contains { $0.contains(index) }
    }

    private static func field(meant name: ParameterName, in fields: [EmbedField]) -> EmbedField? {
        let spelled = fields.compactMap { field in
            field.spelling.map { (field: field, spelling: $0) }
        }
        let candidates = spelled.filter { field, spelling in
            spelling.parameter == name && (field.carrier == .query || spelling.isCertain)
        }
        let inQuery = candidates.filter { $0.field.carrier == .query }
        // Of equally near ones `min` gives the first.
        return (inQuery.isEmpty ? candidates : inQuery).min { $0.spelling.closeness < $1.spelling.closeness }?.field
    }
}
