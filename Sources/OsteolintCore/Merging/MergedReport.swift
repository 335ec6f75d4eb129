/// What comes of merging reports.
public struct MergedReport: Sendable {
    /// A page of which two reports hold different embeds, as two sites with pages of the same name do.
    public struct Conflict: Sendable, Hashable {
        /// The path of the page.
        public let path: String
        /// The first report that holds embeds of it, counted from zero.
        public let first: Int
        /// The other report, counted from zero.
        public let second: Int
    }

    /// All reports in one.
    public let report: Report
    /// The pages that reports disagree about, in the order of the reports; what both hold is in the report.
    public let conflicts: [Conflict]
}
