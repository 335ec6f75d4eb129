/// What a hosting file says: which header fields go with which pages.
public struct HostingFile: Sendable {
    /// The path as shown in reports.
    public let path: String
    /// The format that it is in.
    public let format: HostingFormat
    private let judging: @Sendable (HostedPage) -> HostedFields

    /// Makes what a file says.
    ///
    /// - Parameters:
    ///   - path: as shown in reports.
    ///   - format: the format that it is in.
    ///   - fields: the fields that it gives to a page, in order.
    public init(path: String, format: HostingFormat, fields: @escaping @Sendable (HostedPage) -> [PageField]) {
        self.init(path: path, format: format, judging: { page in HostedFields(fields(page)) })
    }

    /// Makes what a file says, some of which cannot be judged.
    ///
    /// - Parameters:
    ///   - path: as shown in reports.
    ///   - format: the format that it is in.
    ///   - judging: what it says of a page.
    public init(path: String, format: HostingFormat, judging: @escaping @Sendable (HostedPage) -> HostedFields) {
        self.path = path
        self.format = format
        self.judging = judging
    }

    /// What it says of a page.
    public func judgement(of page: HostedPage) -> HostedFields { judging(page) }

    /// The fields that it gives to a page, in order.
    public func fields(of page: HostedPage) -> [PageField] { judging(page).fields }
}
