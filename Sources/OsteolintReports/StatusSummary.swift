import OsteolintCore

/// What product-status answered, in a few lines: how many cards show what; without pages, a line for each URL.
struct StatusSummary {
    private static let heading = "What do the cards show?"

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

    /// How many cards show what, in the order of what is shown.
    private var counts: [String] {
        let groups = Dictionary(grouping: statuses, by: \.shown)
        let width = statuses.map { "\(groups[$0.shown]?.count ?? 0)".count }.max() ?? 0
        return StatusSummary.Shown.allCases.compactMap { shown in
            guard let group = groups[shown] else { return nil }
            let number = String(repeating: " ", count: width - "\(group.count)".count) + "\(group.count)"
            let why = shown.isExplained ? ": " + causes(of: group) : ""
            let cure = shown == .unknown && group.contains { $0.reason != nil } ? "; --resume asks these next time" : ""
            return "  \(number)  " + shown.written(in: style) + why + cure
        }
    }

    /// The words that led to it, the most frequent first, each once.
    private func causes(of group: [ReportedStatus]) -> String {
        let counted = Dictionary(grouping: group, by: \.word).map { (word: $0.key, count: $0.value.count) }
        let sorted = counted.sorted { ($1.count, $0.word) < ($0.count, $1.word) }
        let shown = sorted.prefix(Self.causesShown).map { cause in
            cause.count == group.count ? cause.word : "\(cause.count) \(cause.word)"
        }
        return (shown + (sorted.count > shown.count ? ["…"] : [])).map { VisibleText.visible($0) }
            .joined(separator: ", ")
    }

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
    fileprivate var shown: StatusSummary.Shown {
        switch card {
        case .available: .available
        case .purchased: .purchased
        case .unavailable: .unavailable
        case nil: .unknown
        }
    }

    /// The status, or why there is none.
    fileprivate var word: String {
        guard let status else { return reason?.rawValue ?? "" }
        return status.isEmpty ? "an empty status" : status
    }
}
