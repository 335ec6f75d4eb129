/// Tells which questions of several reports are the same one.
///
/// A URL tells it by itself, unless a user's id in it is masked: then it may stand for another user's in each report,
/// and only an embed that both reports know, or that none of them names, makes them the same.
struct QuestionScopes {
    private struct EmbedPlace: Hashable {
        let path: String
        let location: SourceLocation
    }

    private var known: [String: [Set<EmbedPlace>]] = [:]

    /// Numbers the questions of a report.
    ///
    /// - Parameter report: the next of the reports.
    /// - Returns: for each URL that it asked about, a number that reports with the same question share.
    mutating func numbers(in report: Report) -> [String: Int] {
        let urls = Set(report.framing.map(\.url) + report.statuses.map(\.url))
        guard !urls.isEmpty else { return [:] }
        var places: [Substring: Set<EmbedPlace>] = [:]
        for embed in report.embeds {
            places[embed.url.withoutFragment, default: []]
                .insert(EmbedPlace(path: embed.path, location: embed.location))
        }
        return urls.reduce(into: [:]) { numbers, url in
            numbers[url] = url.contains("*") ? number(of: url, at: places[url.withoutFragment] ?? []) : 0
        }
    }

    private mutating func number(of url: String, at places: Set<EmbedPlace>) -> Int {
        let groups = known[url] ?? []
        let index = groups.firstIndex { $0.isEmpty && places.isEmpty || !$0.isDisjoint(with: places) }
        guard let index else {
            known[url, default: []].append(places)
            return groups.count
        }
        known[url]?[index].formUnion(places)
        return index
    }
}

extension String {
    /// A URL without its fragment, which no server sees.
    var withoutFragment: Substring { prefix { $0 != "#" } }
}
