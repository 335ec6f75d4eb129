import OsteolintCore

/// The same fault, at one or more places: in the same markup, unless the markup is not what is wrong.
struct FindingGroup {
    /// The first of the findings, which stands for all.
    let first: Finding
    /// The places of the others, in order.
    let others: [Place]
    /// What else there is to see; none where further places are those of the same fault.
    let related: [Place]

    /// Puts a group together from findings in the order of their places.
    init(_ first: Finding, _ others: some Sequence<Finding>) {
        self.first = first
        guard !first.isInMarkup else {
            related = first.related
            self.others = others.compactMap(\.place)
            return
        }
        // Findings come in order, but not what each of them is about besides.
        related = []
        self.others = (first.related + others.flatMap { [$0.place].compactMap { $0 } + $0.related })
            .sorted(by: Self.comesBefore)
    }

    private static func comesBefore(_ left: Place, _ right: Place) -> Bool {
        guard left.path == right.path, let start = left.range?.start, let other = right.range?.start else {
            return left.path < right.path
        }
        return start < other
    }
}
