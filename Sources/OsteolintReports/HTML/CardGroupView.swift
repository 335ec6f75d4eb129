import OsteolintCore

/// The cards of one state as the template `cardGroup` shows their head.
struct CardGroupView {
    let state: String
    let title: String
    let icon: String
    let count: String
    let meaning: String
    /// What of it is not shown; nil where all is.
    let rest: String?

    init(_ state: EmbedState, count: Int, shown: Int) {
        self.state = state.rawValue
        title = state.title
        icon = state.icon
        self.count = CountedNoun.text(count, "embed")
        meaning = state.meaning
        let digits = CountedNoun.digits(shown)
        rest = shown < count ? "The first \(digits) are shown; the JSON format lists all." : nil
    }
}
