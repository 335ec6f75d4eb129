/// How much a fetch may take.
public struct FetchLimits: Sendable {
    /// Seconds for one URL with all its redirects, up to the last byte.
    public var seconds = 20.0
    /// Seconds for one connection.
    public var connectSeconds = 8.0
    /// Bytes of content that are read of a card; more is a failure.
    public var cardBytes = 4 << 20
    /// Bytes of content that are read of a partner's page; more is a failure.
    public var pageBytes = 32 << 20
    /// Redirects in a row, as many as Chromium follows.
    public var redirects = 20
    /// Connections to one host at the same time.
    public var connections = 4
    /// Requests of a whole run.
    public var requests = 1000

    /// Makes the usual limits.
    public init() {}
}
