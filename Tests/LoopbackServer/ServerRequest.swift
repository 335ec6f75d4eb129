/// A request as it came; in its head each scalar U+0000 to U+00FF is one byte.
public struct ServerRequest: Sendable {
    /// The method, such as `GET` or `CONNECT`.
    public let method: String
    /// The request target (RFC 9112, section 3.2).
    public let target: String
    /// The header fields in order.
    public let fields: [(name: String, value: String)]
    /// The number of the connection that it came on, from 1.
    public let connection: Int
    /// The content, as long as Content-Length says.
    public internal(set) var body: [UInt8] = []

    init(head: ArraySlice<UInt8>, connection: Int) {
        self.connection = connection
        var text = String.UnicodeScalarView()
        text.append(contentsOf: head.map { Unicode.Scalar($0) })
        let lines = String(text).split(separator: "\r\n", omittingEmptySubsequences: false)
        let words = (lines.first ?? "").split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        method = words.first ?? ""
        target = words.dropFirst().dropLast().joined(separator: " ")
        fields = lines.dropFirst().map { line in
            let name = line.prefix { $0 != ":" }
            let value = line.dropFirst(name.count + 1)
            return (String(name), String(value.drop { $0 == " " }))
        }
    }

    /// The value of the first field of a name in any case; nil where there is none.
    public func field(_ name: String) -> String? {
        fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}
