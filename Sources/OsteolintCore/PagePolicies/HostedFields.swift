/// What a hosting file says of one page.
public struct HostedFields: Sendable {
    /// The fields that it gives to the page, in order.
    public let fields: [PageField]
    /// What it says that cannot be judged, each with the line.
    public let remarks: [Remark]

    /// Makes what a file says of a page; without arguments, nothing.
    public init(_ fields: [PageField] = [], remarks: [Remark] = []) {
        self.fields = fields
        self.remarks = remarks
    }
}
