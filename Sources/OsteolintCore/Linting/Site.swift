/// What a rule may know beyond the page that it looks at.
public struct Site: Sendable {
    /// The configuration.
    public let configuration: Configuration

    /// Makes a site.
    public init(configuration: Configuration) {
        self.configuration = configuration
    }
}
