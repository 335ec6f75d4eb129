/// What product-status returns; members that are not known are ignored.
public struct ProductStatusAnswer: Sendable, Hashable, Codable {
    /// The outcome; see `StatusCode`.
    public let status: String

    /// Makes an answer.
    public init(status: String) {
        self.status = status
    }
}
