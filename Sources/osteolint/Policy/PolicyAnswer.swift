/// A line that `osteolint policy --batch` writes.
struct PolicyAnswer: Encodable {
    /// Nil where the line that is answered has none that can be read.
    let id: String?
    let verdict, error: String?

    private enum Key: CodingKey { case id, verdict, error }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encodeIfPresent(verdict, forKey: .verdict)
        try container.encodeIfPresent(error, forKey: .error)
    }
}
