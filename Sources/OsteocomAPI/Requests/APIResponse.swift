public import ContentSecurityPolicy

/// What an endpoint answered.
public struct APIResponse: Sendable {
    /// The status code.
    public let status: Int
    /// The header fields in order.
    public let fields: [ResponseField]
    /// The content.
    public let body: [UInt8]

    /// Makes a response.
    public init(status: Int, fields: [ResponseField], body: [UInt8]) {
        self.status = status
        self.fields = fields
        self.body = body
    }

    /// The values of the fields of this name, which is compared without case, in order.
    public func values(of name: String) -> [String] {
        fields.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }
}
