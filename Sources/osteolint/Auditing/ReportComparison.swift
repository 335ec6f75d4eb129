import OsteolintCore

/// Holds the report of an audit against what its answers come to now.
struct ReportComparison {
    let before: Report
    let after: Report

    /// What is not the same, in sentences; the verdicts first.
    var differences: [String] {
        framing + statuses + findings(after, notIn: before, "is found now, and was not then")
            + findings(before, notIn: after, "was found then, and is not now") + failures
    }

    private var framing: [String] {
        guard before.framing.count == after.framing.count else {
            return ["\(before.framing.count) framing verdicts then, \(after.framing.count) now"]
        }
        return zip(before.framing, after.framing).filter { $0 != $1 }.map { then, now in
            let subject = "\(now.url) below \(now.ancestors.joined(separator: " > "))"
            return then.verdict == now.verdict
                ? "\(subject): \(now.verdict), for another reason than then"
                : "\(subject): \(then.verdict) then, \(now.verdict) now"
        }
    }

    private var statuses: [String] {
        guard before.statuses.count == after.statuses.count else {
            return ["\(before.statuses.count) statuses then, \(after.statuses.count) now"]
        }
        return zip(before.statuses, after.statuses).filter { $0 != $1 }.map { then, now in
            "\(now.url): \(then.verdict.rawValue) then, \(now.verdict.rawValue) now"
        }
    }

    private func findings(_ report: Report, notIn other: Report, _ difference: String) -> [String] {
        var known = Dictionary(grouping: other.findings, by: \.withoutIdentity).mapValues(\.count)
        return report.findings.filter { finding in
            let key = finding.withoutIdentity
            guard let count = known[key], count > 0 else { return true }
            known[key] = count - 1
            return false
        }
        .map { "\($0.rule) \(difference): \($0.message)" }
    }

    private var failures: [String] {
        let (then, now) = (Set(before.failures), Set(after.failures))
        return now.subtracting(then).union(then.subtracting(now)).map { failure in
            "\(failure.subject): \(now.contains(failure) ? "" : "no longer ")\(failure.reason.rawValue)"
        }
        .sorted()
    }
}
