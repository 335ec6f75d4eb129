/// The fields that decide whether a page's frames load; nothing else is kept of a hosting file.
enum FieldName: String, Sendable {
    case policy = "content-security-policy"
    case embedderPolicy = "cross-origin-embedder-policy"

    /// Nil for every other field; white space around the name and its case do not matter.
    init?(_ name: ValueText) {
        guard name.bytes.count <= 64 else { return nil }
        self.init(name.trimmed.string)
    }

    /// Nil for every other field; the name's case does not matter.
    init?(_ name: String) {
        guard name.utf8.count <= 64 else { return nil }
        self.init(rawValue: name.lowercased())
    }

    /// The name as it is written mostly.
    var shown: String {
        switch self {
        case .policy: "Content-Security-Policy"
        case .embedderPolicy: "Cross-Origin-Embedder-Policy"
        }
    }
}
