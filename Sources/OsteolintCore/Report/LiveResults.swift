/// What an audit adds to a check.
public struct LiveResults: Sendable {
    /// The framing verdicts.
    public var framing: [ReportedFraming] = []
    /// What product-status answered.
    public var statuses: [ReportedStatus] = []
    /// The partner's catalogue; nil where none is known.
    public var catalogue: ReportedCatalogue?
    /// What could not be found out.
    public var failures: [Failure] = []
    /// What was not asked.
    public var skipped: [Skip] = []
    /// What to know about how it was asked.
    public var remarks: [Remark] = []

    /// Makes results of nothing.
    public init() {}
}
