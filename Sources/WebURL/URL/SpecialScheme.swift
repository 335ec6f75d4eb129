/// The schemes for which the URL Standard has rules of their own (section 4.2).
public enum SpecialScheme: String, Sendable, CaseIterable {
    /// `ftp:`
    case ftp
    /// `file:`
    case file
    /// `http:`
    case http
    /// `https:`
    case https
    /// `ws:`
    case ws
    /// `wss:`
    case wss

    /// The port that is meant where a URL names none; nil for `file`.
    public var defaultPort: UInt16? {
        switch self {
        case .ftp: 21
        case .file: nil
        case .http, .ws: 80
        case .https, .wss: 443
        }
    }
}
