/// A secret or a token, which no output shows by accident.
///
/// However it is printed, described, dumped or reflected on, asterisks come out. It lives in memory only.
public struct Secret: Sendable, Hashable {
    /// The secret itself, for the one who sends it.
    public let revealed: String

    /// Keeps a secret.
    public init(_ revealed: String) {
        self.revealed = revealed
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Asterisks.
    public var description: String { "***" }

    /// Asterisks.
    public var debugDescription: String { description }

    /// Asterisks.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
