/// What a hosting file says: which header fields go with which pages.
public struct HostingFile: Sendable {
    /// The path as shown in reports.
    public let path: String
    /// The format that it is in.
    public let format: HostingFormat
    private let matching: @Sendable (HostedPage) -> [PageField]

    /// Makes what a file says.
    ///
    /// - Parameters:
    ///   - path: as shown in reports.
    ///   - format: the format that it is in.
    ///   - fields: the fields that it gives to a page, in order.
    public init(path: String, format: HostingFormat, fields: @escaping @Sendable (HostedPage) -> [PageField]) {
        self.path = path
        self.format = format
        matching = fields
    }

    /// The fields that it gives to a page, in order.
    public func fields(of page: HostedPage) -> [PageField] { matching(page) }
}
