public import OsteolintCore

/// Writes a report as GitLab's code quality report.
///
/// GitLab knows no suppressions, so suppressed findings are left out. What could not be checked has an entry, so that an
/// inconclusive run does not look like a clean one. An entry has to have a file: it is the configuration where nothing
/// else is known.
public struct GitLabReporter: Sendable {
    /// Makes a reporter.
    public init() {}

    /// Writes the document, an entry a line.
    public func write(_ report: Report, to output: ReportStream) {
        let json = JSONWriter(to: output)
        let entries = [
            AnySequence([Entry(causeOf: report)].compactMap(\.self)),
            AnySequence(report.failures.lazy.map { Entry($0, isPassedOver: report.passesInconclusive) }),
            AnySequence(report.findings.lazy.filter { !$0.isSuppressed }.map { Entry($0) }),
        ]
        json.document(entries.joined()) { entry in json.line { json.members(of: entry) } }
    }
}

/// An entry of the report.
private struct Entry {
    let description: String
    let rule: String
    let fingerprint: String
    let severity: String
    let path: String
    let line: Int

    init(_ finding: Finding) {
        description = finding.sentence
        rule = finding.rule
        fingerprint = finding.fingerprint
        severity = Self.severity(of: finding)
        path = finding.file
        line = max(finding.place?.range?.start.line ?? 1, 1)
    }

    /// What was not checked may be as bad as an error, but is not known to be.
    init(_ failure: Failure, isPassedOver: Bool) {
        description = "could not be checked: \(failure.subject): \(failure.message)"
        rule = "osteolint-failure"
        fingerprint = "\(failure.reason.rawValue) \(failure.subject) \(failure.message)"
        severity = isPassedOver ? "info" : "major"
        path = failure.file ?? Finding.configuration
        line = 1
    }

    /// Why a run fails of which no finding is the cause.
    init?(causeOf report: Report) {
        switch RunCause(report) {
        case .errors?, .findings?, nil: return nil
        case .staleEntries?: description = "entries of the baseline no longer occur; write it again"
        case .noEmbeds?: description = "no page holds an Osteocom embed, although --require-embeds asks for one"
        }
        rule = "osteolint-run"
        fingerprint = "osteolint-run \(description)"
        severity = "critical"
        path = Finding.configuration
        line = 1
    }

    /// The card works with warnings and notes; `blocker` is for people to give.
    private static func severity(of finding: Finding) -> String {
        switch finding.severity {
        case .error: "critical"
        case .warning: "minor"
        case .note: "info"
        }
    }
}

extension JSONWriter {
    fileprivate func members(of entry: Entry) {
        member("description", entry.description)
        member("check_name", entry.rule)
        member("fingerprint", entry.fingerprint)
        member("severity", entry.severity)
        object("location") {
            member("path", entry.path)
            object("lines") { member("begin", entry.line) }
        }
    }
}
