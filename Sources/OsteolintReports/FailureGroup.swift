import OsteolintCore

/// What failed for the same reason: said once, with all that it is about.
struct FailureGroup {
    let reason: Failure.Reason
    let message: String
    private(set) var subjects: [String]

    /// Groups failures in the order of their first subjects.
    static func groups(of failures: [Failure]) -> [FailureGroup] {
        struct Key: Hashable {
            let reason: Failure.Reason
            let message: String
        }
        var groups: [FailureGroup] = []
        var indexes: [Key: Int] = [:]
        for failure in failures {
            let key = Key(reason: failure.reason, message: failure.message)
            if let index = indexes[key] {
                groups[index].subjects.append(failure.subject)
            } else {
                indexes[key] = groups.count
                groups.append(
                    FailureGroup(reason: failure.reason, message: failure.message, subjects: [failure.subject]))
            }
        }
        return groups
    }
}
