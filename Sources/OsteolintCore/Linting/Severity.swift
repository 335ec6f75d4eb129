/// How bad a finding is, in SARIF's words.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    /// Worth knowing; nothing is broken.
    case note
    /// The card may not work for somebody, or will not for long.
    case warning
    /// The card does not work, or shows the wrong thing.
    case error

    /// Orders from `note` to `error`.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// What the configuration makes of a rule.
public enum RuleSetting: Sendable, Hashable {
    /// The rule is not run.
    case off
    /// Its findings get this severity.
    case severity(Severity)
}
