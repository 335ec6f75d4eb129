/// An expression that fills `partnerUserId` with another value on every load, or for every session.
public struct VolatileUse: Sendable, Hashable {
    /// What the value comes from.
    public enum Source: Sendable, Hashable {
        /// A clock.
        case clock
        /// A source of random numbers or of ids that are never the same.
        case random
        /// The browser's session, or the server's.
        case session
    }

    /// What it comes from.
    public let source: Source
    /// The source as it is written, such as `Date.now`.
    public let name: String
    /// Where the value is filled in.
    public let place: Place
    /// Where the source stands, if that is elsewhere.
    public let sourcePlace: Place?
}
