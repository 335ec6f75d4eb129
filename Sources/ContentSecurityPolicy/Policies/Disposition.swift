/// What a browser does about a violation (CSP 3, section 2.2).
public enum Disposition: Sendable, Hashable {
    /// It blocks.
    case enforce
    /// It only reports.
    case report
}
