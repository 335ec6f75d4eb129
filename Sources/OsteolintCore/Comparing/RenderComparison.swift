/// Two renders of the same pages, embed by embed: what can be compared, and what cannot.
///
/// Pages are matched by their path below what was named; the embeds of a page by their product, those of one product
/// by their order.
public struct RenderComparison: Sendable {
    /// The embeds that both renders hold with a user's id, in the order of the second render.
    public private(set) var pairs: [EmbedPair] = []
    /// What cannot be compared, sorted by path.
    public private(set) var failures: [Failure] = []
    /// Whether the renders are those of two users, so that ids have to differ.
    public let areOfDifferentUsers: Bool

    /// Matches two renders.
    ///
    /// - Parameters:
    ///   - before: the first render.
    ///   - after: the second render.
    ///   - areOfDifferentUsers: whether they are those of two users.
    public init(_ before: Render, _ after: Render, areOfDifferentUsers: Bool = false) {
        self.areOfDifferentUsers = areOfDifferentUsers
        guard !before.paths.isDisjoint(with: after.paths) else {
            // A render without any page is a failure of its own.
            if !before.paths.isEmpty, !after.paths.isEmpty { failures = [Failure(nothingInCommon: before, after)] }
            return
        }
        for path in Set(before.embeds.keys).union(after.embeds.keys).sorted() {
            match(path, before, after)
        }
    }

    private mutating func match(_ path: String, _ before: Render, _ after: Render) {
        let (first, second) = (before.embeds[path] ?? [], after.embeds[path] ?? [])
        guard before.paths.contains(path), after.paths.contains(path) else {
            let missing = before.paths.contains(path) ? after : before
            if let embed = (first + second).first { failures.append(Failure(pageOf: embed, missingIn: missing)) }
            return
        }
        // What could not be read is a failure already.
        guard before.readPaths.contains(path), after.readPaths.contains(path) else { return }
        let known = Dictionary(grouping: first, by: \.comparedProduct)
        var used: [String: Int] = [:]
        for embed in second {
            let product = embed.comparedProduct
            let index = used[product, default: 0]
            used[product] = index + 1
            let counterparts = known[product] ?? []
            if index < counterparts.count {
                compare(counterparts[index], embed)
            } else {
                failures.append(Failure(embed, missingIn: before))
            }
        }
        var seen: [String: Int] = [:]
        for embed in first {
            let index = seen[embed.comparedProduct, default: 0]
            seen[embed.comparedProduct] = index + 1
            if index >= used[embed.comparedProduct, default: 0] {
                failures.append(Failure(embed, missingIn: after))
            }
        }
    }

    private mutating func compare(_ first: Embed, _ second: Embed) {
        guard let after = EmbedPair.Side(second) else { return failures.append(Failure(withoutUser: second)) }
        guard let before = EmbedPair.Side(first) else { return failures.append(Failure(withoutUser: first)) }
        pairs.append(EmbedPair(before: before, after: after))
    }
}

extension Embed {
    /// What an embed is known again by in another render of its page; hexadecimal digits count in either case.
    fileprivate var comparedProduct: String { url.parameter(.productID)?.value.lowercased() ?? "" }
}
