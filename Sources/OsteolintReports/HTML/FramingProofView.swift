import ContentSecurityPolicy
import OsteolintCore

/// The proof of one cell of the framing matrix as the template `proof` shows it.
struct FramingProofView {
    /// One answer, and what follows from it.
    struct Answer {
        let decider: [InlinePiece]
        let steps: [[InlinePiece]]
        let hops: [String]
        let urls: [String]
        let moreURLs: String?
        let isBrowserDependent: Bool
    }

    private struct Key: Hashable {
        let verdict: String
        let decider: Decider?
        let steps: [String]
        let statuses: [Int]
    }

    private static let answersShown = 5
    private static let urlsShown = 5
    private static let stepsShown = 40

    let id: String
    let verdict: String
    let icon: String
    let title: String
    let answers: [Answer]
    let more: String?

    /// Makes the view of a cell; nil where nothing was asked. Rows and columns are counted from zero.
    init?(_ cell: [ReportedFraming], row: Int, column: Int, title: String) {
        guard !cell.isEmpty else { return nil }
        id = "proof-\(row + 1)-\(column + 1)"
        verdict = FramingMatrix.verdict(of: cell)
        icon = Self.icon(of: verdict)
        self.title = title
        var order: [Key] = []
        var groups: [Key: [ReportedFraming]] = [:]
        for framing in cell {
            let key = Key(
                verdict: framing.verdict, decider: framing.decidedBy, steps: framing.steps,
                statuses: framing.hops.map(\.status))
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(framing)
        }
        answers = order.prefix(Self.answersShown).compactMap { groups[$0].map(Answer.init) }
        let rest = order.count - answers.count
        more = rest > 0 ? "\(CountedNoun.text(rest, "more answer")) of other kinds, which the JSON format lists" : nil
    }

    /// The icon of a verdict.
    static func icon(of verdict: String) -> String {
        switch verdict {
        case "allowed": "good"
        case "blocked": "bad"
        case "inconclusive": "unsure"
        default: "none"
        }
    }
}

extension FramingProofView.Answer {
    fileprivate init(_ framings: [ReportedFraming]) {
        let first = framings[0]
        decider = InlinePiece.pieces(of: Self.sentence(about: first))
        steps = first.steps.prefix(FramingProofView.stepsShown).map { InlinePiece.pieces(of: $0) }
        hops = first.hops.map { "\($0.status) \(ShownID.text($0.url))" }
        var seen: Set<String> = []
        let distinct = framings.map(\.url).filter { seen.insert($0).inserted }
        urls = distinct.prefix(FramingProofView.urlsShown).map(ShownID.text)
        let rest = distinct.count - urls.count
        moreURLs = rest > 0 ? "and \(CountedNoun.text(rest, "more URL")) with the same answer" : nil
        isBrowserDependent = framings.contains(where: \.isBrowserDependent)
    }

    private static func sentence(about framing: ReportedFraming) -> String {
        switch framing.decidedBy {
        case .policy(let index, let expression?):
            "Policy \(index + 1) of the answer lets it in by `\(expression)`."
        case .policy(let index, nil): "Policy \(index + 1) of the answer names nothing that lets it in."
        case .frameOptions(let value): "`X-Frame-Options: \(value)` decides."
        case nil where framing.verdict == "inconclusive":
            "Not known: `\(framing.reason?.rawValue ?? "no answer")`."
        case nil: "No field of the answer forbids it."
        }
    }
}
