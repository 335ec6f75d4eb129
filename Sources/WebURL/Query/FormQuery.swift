/// An `application/x-www-form-urlencoded` text (URL Standard, section 5), as browsers read the query of a URL.
public struct FormQuery: Sendable, Hashable {
    /// The fields in the order of the text; pieces without any character are none.
    public let fields: [FormField]

    /// Reads the fields of a raw query, given without its `?`.
    ///
    /// Only `&` separates fields. Every text is a form: nothing is refused.
    public init(_ rawQuery: String) {
        let bytes = Array(rawQuery.utf8)
        fields = bytes.indices.split(omittingEmptySubsequences: true) { bytes[$0] == .ampersand }.compactMap { piece in
            FormField(bytes, in: piece.startIndex..<piece.endIndex)
        }
    }

    /// The fields of this name, which is compared with the decoded name, in their order.
    public func fields(named name: String) -> [FormField] {
        fields.filter { $0.name == name }
    }

    /// The text that stands for the names and values (URL Standard, section 5.2).
    public static func serialize(_ pairs: some Sequence<(name: String, value: String)>) -> String {
        pairs.map { pair in encode(pair.name) + "=" + encode(pair.value) }.joined(separator: "&")
    }

    private static func encode(_ text: String) -> String {
        text.utf8.split(separator: .space, omittingEmptySubsequences: false)
            .map { PercentEncoding.encode($0, .formURLEncoded) }
            .joined(separator: "+")
    }
}
