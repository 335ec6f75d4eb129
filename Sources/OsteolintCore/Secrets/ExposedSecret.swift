/// A secret that stands in what the site delivers, and that everybody can read there.
public struct ExposedSecret: Sendable, Hashable {
    /// What the secret is.
    public enum Kind: Sendable, Hashable {
        /// The partner's secret, which the environment holds too, in some way of writing.
        case known(KnownSecret.Encoding)
        /// What logs the partner in, under the name as written.
        case clientSecret(name: String)
        /// A customer's key, under the name as written.
        case userAccessKey(name: String)
        /// What the player asks for, under the name as written; nil for one in the player's URL.
        case videoToken(name: String?)
        /// A token in an `Authorization` field.
        case bearer
        /// A JSON Web Token.
        case token
    }

    /// What a JSON Web Token says of itself.
    public struct Claims: Sendable, Hashable {
        /// The client that it is for; nil where none is named.
        public let clientID: String?
        /// When it expires, in seconds since the beginning of 1970; nil where it does not say.
        public let expiry: Int?
    }

    /// What the secret is.
    public let kind: Kind
    /// Where it stands, with its name, in bytes of the text.
    public let range: Range<Int>
    /// Where its value stands, in bytes of the text.
    public let value: Range<Int>
    /// What it says of itself; nil for one that is no JSON Web Token.
    public let claims: Claims?
}
