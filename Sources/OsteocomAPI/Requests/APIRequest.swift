public import WebURL

/// A request to one of Osteocom's endpoints, ready to be sent.
public struct APIRequest: Sendable {
    /// The method.
    public enum Method: String, Sendable, Hashable {
        /// Asks product-status.
        case get = "GET"
        /// Calls the API.
        case post = "POST"
    }

    /// A header field that goes along.
    public struct Field: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Its value.
        public let value: String

        /// Makes a field.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The method.
    public let method: Method
    /// The endpoint, with its query.
    public let url: WebURL
    /// The header fields that belong to the endpoint.
    public let fields: [Field]
    /// The content; empty where there is none.
    public let body: [UInt8]

    /// The largest answer that is read, in bytes.
    public let bodyLimit: Int

    /// Makes a request.
    public init(method: Method, url: WebURL, fields: [Field] = [], body: [UInt8] = [], bodyLimit: Int = 1 << 20) {
        self.method = method
        self.url = url
        self.fields = fields
        self.body = body
        self.bodyLimit = bodyLimit
    }
}
