/// What a rule may know beyond the page that it looks at.
public struct Site: Sendable {
    /// The configuration.
    public let configuration: Configuration
    /// The partner's secret, where the environment holds it.
    public let secret: KnownSecret?

    /// Makes a site.
    public init(configuration: Configuration, secret: KnownSecret? = nil) {
        self.configuration = configuration
        self.secret = secret
    }
}
