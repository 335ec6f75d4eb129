/// A page as hosting files see it.
public struct HostedPage: Sendable, Hashable {
    /// The path as shown in reports: relative to the folder of the configuration.
    public let path: String
    /// The path below the folder that was named on the command line, without a slash in front; the file's name alone
    /// for a page that was named itself.
    public let sitePath: String

    /// Makes a page from its two paths.
    public init(path: String, sitePath: String) {
        self.path = path
        self.sitePath = sitePath
    }
}
