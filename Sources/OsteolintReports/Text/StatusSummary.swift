import OsteolintCore

/// What product-status answered, in a few lines: how many cards show what; without pages, a line for each URL.
struct StatusSummary {
    static let heading = "What do the cards show?"

    private let statuses: [ReportedStatus]
    private let namesEach: Bool
    private let style: TextStyle

    /// Summarises statuses; `namesEach` gives each URL a line, as where URLs are all that was given.
    init(_ statuses: [ReportedStatus], namesEach: Bool, style: TextStyle) {
        self.statuses = statuses
        self.namesEach = namesEach
        self.style = style
    }

    /// The lines, each with a line feed; empty where nothing was asked.
    var text: String {
        guard !statuses.isEmpty else { return "" }
        let lines = namesEach ? each : counts
        return ([style.strong(Self.heading)] + lines).map { $0 + "\n" }.joined()
    }

    private var counts: [String] {
        let rows = rows
        let width = rows.map { "\($0.count)".count }.max() ?? 0
        return rows.map { row in
            let number = String(repeating: " ", count: width - "\(row.count)".count) + "\(row.count)"
            let causes = row.causes.map { VisibleText.visible($0.word(of: row.count)) } + (row.isCut ? ["…"] : [])
            let why = causes.isEmpty ? "" : ": " + causes.joined(separator: ", ")
            return "  \(number)  " + row.shown.written(in: style) + why + (row.isAskedAgain ? "; \(Self.cure)" : "")
        }
    }

    /// How many cards show what, in the order of what is shown.
    var rows: [Row] {
        let groups = Dictionary(grouping: statuses, by: \.shown)
        return Shown.allCases.compactMap { shown in
            guard let group = groups[shown] else { return nil }
            let causes = shown.isExplained ? Self.causes(of: group) : []
            return Row(
                shown: shown, count: group.count, causes: Array(causes.prefix(Self.causesShown)),
                isCut: causes.count > Self.causesShown,
                isAskedAgain: shown == .unknown && group.contains { $0.reason != nil })
        }
    }

    /// The words that led to it, the most frequent first, each once.
    private static func causes(of group: [ReportedStatus]) -> [Cause] {
        Dictionary(grouping: group, by: \.word).map { Cause(word: $0.key, count: $0.value.count) }
            .sorted { ($1.count, $0.word) < ($0.count, $1.word) }
    }

    /// What to do about cards of which nothing is known.
    static let cure = "--resume asks these next time"
    private static let causesShown = 8

    /// What each URL's card shows.
    private var each: [String] {
        let width = statuses.map(\.shown.words.count).max() ?? 0
        return statuses.flatMap { status in
            let words = status.shown.words
            let padding = String(repeating: " ", count: width - words.count)
            return [
                "  " + status.shown.written(in: style) + padding + "  " + VisibleText.visible(status.word),
                style.faint("  --> ") + VisibleText.visible(status.url),
            ]
        }
    }
}

extension StatusSummary {
    /// The cards that show the same.
    struct Row {
        let shown: Shown
        let count: Int
        /// The most frequent words that led to it; none where there is only one that does.
        let causes: [Cause]
        /// Whether there are more causes.
        let isCut: Bool
        /// Whether a later run would ask for some of them again.
        let isAskedAgain: Bool
    }

    /// A status, or why there is none, and for how many cards.
    struct Cause {
        let word: String
        let count: Int

        /// The word, with its number where it does not stand for all of so many cards.
        func word(of total: Int) -> String { count == total ? word : "\(count) \(word)" }
    }

    /// What a card shows, as far as that is known.
    enum Shown: CaseIterable {
        case available, purchased, unavailable, unknown

        var words: String {
            switch self {
            case .available: "available"
            case .purchased: "already purchased"
            case .unavailable: "content unavailable"
            case .unknown: "not known"
            }
        }

        /// Whether more than one status leads to it.
        var isExplained: Bool { self == .unavailable || self == .unknown }

        func written(in style: TextStyle) -> String {
            switch self {
            case .available, .purchased: words
            case .unavailable: style.severity(.error, words)
            case .unknown: style.severity(.warning, words)
            }
        }
    }
}

extension ReportedStatus {
    /// What the card shows.
    var shown: StatusSummary.Shown {
        switch card {
        case .available: .available
        case .purchased: .purchased
        case .unavailable: .unavailable
        case nil: .unknown
        }
    }

    /// The status, or why there is none.
    var word: String {
        guard let status else { return reason?.rawValue ?? "" }
        return status.isEmpty ? "an empty status" : status
    }
}
