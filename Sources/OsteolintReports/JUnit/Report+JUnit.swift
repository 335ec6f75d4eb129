import OsteolintCore

extension Report {
    /// The run itself: it passes unless it fails or ends for a reason that no other case has.
    var runTest: JUnitCase {
        let (outcome, message) = runOutcome
        return JUnitCase(name: command, group: "osteolint", outcome: outcome, message: message)
    }

    private var runOutcome: (JUnitCase.Outcome, String) {
        if exitStatus == 130 { return (.errored("interrupted"), "interrupted; the rest was not checked") }
        if verdict == .inconclusive, failures.isEmpty { return (.errored("inconclusive"), "not all was checked") }
        guard verdict == .fail, !findings.contains(where: isFailed) else { return (.passed, "") }
        if summary.staleEntries > 0 {
            let message = "\(summary.staleEntries) of the baseline's entries no longer occur; write it anew"
            return (.failed("error"), message)
        }
        return embeds.isEmpty
            ? (.failed("error"), "no page holds an Osteocom embed; --require-embeds asks for one")
            : (.failed("error"), "the run fails, and no finding is the reason; its messages say more")
    }

    /// A case for all that could not be checked.
    var failureTests: some Sequence<JUnitCase> {
        failures.lazy.map { failure in
            JUnitCase(
                name: failure.subject, group: "could not be checked",
                outcome: passesInconclusive ? .skipped : .errored(failure.reason.rawValue), message: failure.message)
        }
    }

    /// A case for all that was not tried.
    var skippedTests: some Sequence<JUnitCase> {
        skipped.lazy.map { skip in
            JUnitCase(name: skip.subject, group: "not asked", outcome: .skipped, message: skip.reason.explanation)
        }
    }

    /// Whether a finding is shown without being a case: it does not fail the run.
    func isMentioned(_ finding: Finding) -> Bool { !finding.isSuppressed && !isFailed(by: finding) }

    /// A case for each rule that found something on a page that fails the run or is suppressed, in the order of the
    /// first findings.
    func tests(of path: String, _ indexes: Range<Int>) -> [JUnitCase] {
        var tests: [JUnitCase] = []
        var known: [String: Int] = [:]
        for index in indexes where !isMentioned(findings[index]) {
            let finding = findings[index]
            let name = finding.isSuppressed ? "\(finding.rule) (suppressed)" : finding.rule
            if let place = known[name] {
                tests[place].findings.append(index)
            } else {
                known[name] = tests.count
                let outcome = finding.isSuppressed ? .skipped : JUnitCase.Outcome.failed(finding.severity.rawValue)
                tests.append(
                    JUnitCase(name: name, group: path, outcome: outcome, message: finding.message, findings: [index]))
            }
        }
        for index in tests.indices where tests[index].findings.count > 1 {
            tests[index].message += ", and \(tests[index].findings.count - 1) more like it"
        }
        return tests
    }
}
