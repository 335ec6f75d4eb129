public import ContentSecurityPolicy
public import WebURL

/// One response on the way from an embed's URL to its document.
public struct ResponseHop: Sendable, Hashable {
    /// The URL that was asked.
    public let url: WebURL
    /// The status code (RFC 9110, section 15).
    public let status: Int
    /// The header fields as sent, in order.
    public let fields: [ResponseField]

    /// Makes a hop.
    public init(url: WebURL, status: Int, fields: [ResponseField]) {
        self.url = url
        self.status = status
        self.fields = fields
    }

    /// The value of the first field of a name, which is given in lower case; nil where there is none.
    public func field(_ name: String) -> String? {
        fields.first { $0.name.lowercased() == name }?.value
    }

    /// The values of all fields of a name, which is given in lower case.
    public func fields(_ name: String) -> [String] {
        fields.filter { $0.name.lowercased() == name }.map(\.value)
    }

    /// Whether a browser goes on to another URL, or would if the response named one.
    public var isRedirect: Bool { RecordedHop.redirectStatuses.contains(status) }
}
