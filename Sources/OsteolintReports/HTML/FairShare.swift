/// How many of several lists are shown where not all of everything can be.
enum FairShare {
    /// The lengths to which lists are cut, so that none is longer than needed to let others have as much.
    ///
    /// - Parameters:
    ///   - counts: the lengths of the lists.
    ///   - limit: how much of all together is shown.
    /// - Returns: how much of each list is shown, in their order.
    static func shares(of counts: [Int], limit: Int) -> [Int] {
        var shares = counts
        var left = limit
        let order = counts.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
        for (position, index) in order.enumerated() {
            shares[index] = min(counts[index], left / (order.count - position))
            left -= shares[index]
        }
        return shares
    }
}
