/// Where elements stand in the structure of a page: the names of the elements around them, with their ids.
///
/// Siblings are not counted, so that new ones change nothing.
struct ContainerPaths {
    /// Of more users' ids than this, the elements' ids are not searched but left out.
    private static let fewEnough = 64

    private let tree: HTMLTree
    /// The users' ids that an element's id may hold; nil where there are too many.
    private let identifiers: [String]?
    /// The paths up to elements that were asked for, by the elements' numbers.
    private var known: [Int: StableHash] = [:]

    init(_ tree: HTMLTree, of embeds: [Embed]) {
        self.tree = tree
        let identifiers = Set(embeds.flatMap { Masking.identifiers(in: $0.url) })
        self.identifiers = identifiers.count <= Self.fewEnough ? identifiers.sorted() : nil
    }

    /// The path from the root to an element, that one included, as a hash; nil is the page itself.
    mutating func path(to element: Int?) -> UInt64 {
        var hash = StableHash()
        var steps: [HTMLElement] = []
        var next = element.flatMap(tree.element)
        while let step = next {
            if let known = known[step.id] {
                hash = known
                break
            }
            steps.append(step)
            next = step.parent
        }
        for step in steps.reversed() {
            hash.add(step.name)
            if let id = step.attribute("id"), let identifiers {
                let masked = Masking(reveals: false).masked(snippet: id, identifiers: identifiers)
                hash.add("#" + Fingerprint.normalised(masked))
            }
            known[step.id] = hash
        }
        return hash.value
    }
}
