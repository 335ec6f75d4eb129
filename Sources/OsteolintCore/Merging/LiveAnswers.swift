/// What the audits among several reports asked, each question with the answer that counts.
///
/// An answer counts before a question that stayed open, and of two answers the worse one, since its finding stays too.
struct LiveAnswers {
    private struct Question: Hashable {
        let url: String
        /// See `QuestionScopes`.
        let number: Int
        /// Nil for product-status.
        let ancestors: [String]?
    }

    private var scopes = QuestionScopes()
    private var framing = MergedList<Question, ReportedFraming>()
    private var statuses = MergedList<Question, ReportedStatus>()
    /// Where the entries of each report stand.
    private var indexes: [(framing: [Int], statuses: [Int])] = []

    /// Adds what the next report asked.
    mutating func add(_ report: Report) {
        let numbers = scopes.numbers(in: report)
        let framingIndexes = framing.add(report.framing) {
            Question(url: $0.url, number: numbers[$0.url] ?? 0, ancestors: $0.ancestors)
        } unite: { known, other in
            if other.weight > known.weight { known = other }
        }
        let statusIndexes = statuses.add(report.statuses) {
            Question(url: $0.url, number: numbers[$0.url] ?? 0, ancestors: nil)
        } unite: { known, other in
            if other.weight > known.weight { known = other }
        }
        indexes.append((framingIndexes, statusIndexes))
    }

    /// The framing verdicts, in the order of the embeds.
    func framing(inOrderOf embeds: [ReportedEmbed]) -> [ReportedFraming] {
        Self.ordered(framing.items, by: embeds, url: \.url)
    }

    /// What product-status answered, in the order of the embeds.
    func statuses(inOrderOf embeds: [ReportedEmbed]) -> [ReportedStatus] {
        Self.ordered(statuses.items, by: embeds, url: \.url)
    }

    /// The failures of a report that no other report has settled by an answer.
    ///
    /// - Parameters:
    ///   - report: one of those added.
    ///   - number: which of them, counted from zero.
    /// - Returns: what is still open.
    func openFailures(of report: Report, number: Int) -> [Failure] {
        var isSettled: [Cause: Bool] = [:]
        for (entry, index) in zip(report.framing, indexes[number].framing) where entry.isOpen {
            let cause = Cause(entry.url, entry.reason, message: entry.steps.first)
            isSettled[cause] = isSettled[cause] != false && !framing.items[index].isOpen
        }
        for (entry, index) in zip(report.statuses, indexes[number].statuses) where entry.isOpen {
            let cause = Cause(entry.url, entry.reason, message: nil)
            isSettled[cause] = isSettled[cause] != false && !statuses.items[index].isOpen
        }
        return report.failures.filter { failure in
            let causes = [failure.message, nil].map { Cause(failure.subject, failure.reason, message: $0) }
            let settled = causes.compactMap { isSettled[$0] }
            return settled.isEmpty || settled.contains(false)
        }
    }

    /// What an open question and the failure that tells of it have in common.
    private struct Cause: Hashable {
        let url: Substring
        let reason: Failure.Reason?
        /// Nil where the entry does not hold it.
        let message: String?

        init(_ url: String, _ reason: Failure.Reason?, message: String?) {
            self.url = url.withoutFragment
            self.reason = reason
            self.message = message
        }
    }

    private static func ordered<Entry>(
        _ entries: [Entry], by embeds: [ReportedEmbed], url: (Entry) -> String
    ) -> [Entry] {
        guard !entries.isEmpty else { return [] }
        let ranks = Dictionary(embeds.enumerated().map { ($1.url.withoutFragment, $0) }) { first, _ in first }
        let keyed = entries.enumerated().map { index, entry in
            (rank: ranks[url(entry).withoutFragment] ?? embeds.count, index: index)
        }
        return keyed.sorted { $0 < $1 }.map { entries[$0.index] }
    }
}

extension ReportedFraming {
    /// Whether the question was not answered.
    fileprivate var isOpen: Bool { verdict == "inconclusive" }

    /// The greater one counts.
    fileprivate var weight: Int {
        if isOpen { return 0 }
        return verdict == "allowed" ? 1 : 2
    }
}

extension ReportedStatus {
    /// Whether the question was not answered.
    fileprivate var isOpen: Bool { verdict == .inconclusive && reason != nil }

    /// The greater one counts.
    fileprivate var weight: Int {
        if isOpen { return 0 }
        return switch verdict {
        case .pass: 1
        case .inconclusive: 2
        case .fail: 3
        }
    }
}
