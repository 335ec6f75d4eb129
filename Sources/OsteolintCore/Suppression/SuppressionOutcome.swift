/// A comment that speaks to osteolint, and what came of it.
public struct SuppressionOutcome: Sendable {
    /// The comment.
    public let comment: SuppressionComment
    /// Those of its names that did nothing: silenced no finding, or enabled what was not disabled.
    public let idle: [String]
    /// Whether it enables everything where nothing is disabled.
    public let enablesNothing: Bool

    /// The same, with the names in doubt left out.
    func keeping(_ isKept: (String) -> Bool) -> SuppressionOutcome {
        SuppressionOutcome(comment: comment, idle: idle.filter(isKept), enablesNothing: enablesNothing)
    }
}
