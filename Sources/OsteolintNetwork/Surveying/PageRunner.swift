public import OsteolintCore
public import WebURL

/// Fetches partners' pages, a few at a time.
public struct PageRunner: Sendable {
    private let fetcher: Fetcher
    private let connections: Int

    /// Makes a runner.
    ///
    /// - Parameters:
    ///   - fetcher: fetches the URLs.
    ///   - connections: how many are under way at the same time.
    public init(fetcher: Fetcher, connections: Int) {
        self.fetcher = fetcher
        self.connections = connections
    }

    /// Fetches pages; what was cancelled is among the responses, as interrupted.
    ///
    /// - Parameters:
    ///   - urls: distinct.
    ///   - take: given each response once, in the order in which they come.
    public func run(_ urls: [WebURL], take: @escaping @Sendable (EmbedResponse) -> Void) async {
        await withTaskGroup(of: EmbedResponse.self) { group in
            var waiting = urls[...]
            var underWay = 0
            while underWay > 0 || !waiting.isEmpty {
                while underWay < connections, let url = waiting.popFirst() {
                    if let refusal = refusal(of: url) {
                        take(refusal)
                        continue
                    }
                    group.addTask { [fetcher] in await fetcher.fetch(url, as: .page, isReserved: true) }
                    underWay += 1
                }
                guard let response = await group.next() else { break }
                underWay -= 1
                take(response)
            }
        }
    }

    /// A response without asking, where the run is at its end or the bound on requests is reached.
    private func refusal(of url: WebURL) -> EmbedResponse? {
        do throws(FetchFailure) {
            guard !Task.isCancelled else { throw .interrupted }
            try fetcher.reserve()
            return nil
        } catch {
            return EmbedResponse(url: url, origin: nil, hops: [], ending: .failed(error))
        }
    }
}
