import OsteolintCore

/// The pages and embeds that one piece of a policy hits: a line of a hosting file, or the same text in many pages.
struct PolicyHits {
    /// What makes two pieces one.
    struct Key: Hashable {
        private let source: PageField.Source
        private let place: Place?
        private let text: String

        /// A piece of a field: its place counts in a hosting file; elsewhere what is written does, since a template may
        /// have put it into many pages.
        init(_ field: PageField, at place: Place, text: String) {
            source = field.source
            if case .hosting = field.source { self.place = place } else { self.place = nil }
            self.text = text
        }
    }

    /// How many embeds of a page are listed.
    private static let listed = 100

    /// Where it is written; the first place stands for all.
    private(set) var places: [Place] = []
    private var embeds: [Embed] = []
    /// How many pages it hits.
    private(set) var pages = 0
    private var lastPage: (path: String, count: Int)?

    /// Adds embeds of a page that are blocked; pages come one after the other.
    mutating func add(_ place: Place, _ hit: [Embed]) {
        if places.last != place { places.append(place) }
        guard let path = hit.first?.path else { return }
        var page = lastPage ?? ("", 0)
        if lastPage?.path != path {
            pages += 1
            page = (path, 0)
        }
        let more = hit.prefix(max(0, Self.listed - page.count))
        embeds += more
        lastPage = (path, page.count + more.count)
    }

    /// The embed, where it is one, in the page that the policy stands in.
    var embed: Embed? {
        guard let first = embeds.first, embeds.count == 1, places.first?.path == first.path else { return nil }
        return first
    }

    /// The other places of the same text; where there are none, the embeds.
    var related: [Place] {
        guard places.count == 1 else { return Array(places.dropFirst()) }
        return embed == nil ? embeds.map(\.place) : []
    }

    /// Words for the end of a message: nothing where it hits one page.
    var extent: String { pages > 1 ? " on \(pages) pages" : "" }
}
