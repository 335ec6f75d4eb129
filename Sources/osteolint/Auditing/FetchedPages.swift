import OsteolintCore
import OsteolintNetwork
import Synchronization
import WebURL

/// Fetches and judges the pages that were given as URLs.
struct FetchedPages {
    let checker: PageChecker
    let runner: PageRunner
    let masking: Masking

    private struct State {
        var outcome = PageChecker.Outcome()
        var served: [FramingAudit.ServedPage] = []
        /// The URLs that pages came from, each once: two may lead to the same page.
        var seen: Set<WebURL> = []
    }

    /// What came of the pages, and where those that hold an embed are served.
    func check(_ urls: [WebURL]) async -> (outcome: PageChecker.Outcome, served: [FramingAudit.ServedPage]) {
        let state = Mutex(State())
        var seen: Set<WebURL> = []
        let distinct = urls.map(\.withoutFragment).filter { seen.insert($0).inserted }
        await Interruption.cancelling { [runner] in
            await runner.run(distinct) { response in state.withLock { take(response, &$0) } }
        }
        return state.withLock { state in
            let paths = Set(state.outcome.pages.filter { $0.embeds.contains { $0.state != .inert } }.map(\.path))
            let served = state.served.filter { paths.contains($0.place.path) }
            return (state.outcome, served.sorted { $0.place.path < $1.place.path })
        }
    }

    private func take(_ response: EmbedResponse, _ state: inout State) {
        guard let page = response.hops.last, case .answered(let body) = response.ending, response.failure == nil else {
            let failure = response.failure ?? .interrupted
            state.outcome.failures.append(
                Failure(
                    subject: masking.masked(response.url), reason: failure.reason,
                    message: masking.masked(snippet: response.failureMessage ?? failure.message, identifiers: [])))
            return
        }
        let url = page.url.withoutFragment
        guard state.seen.insert(url).inserted else { return }
        let path = masking.masked(url)
        checker.check(body, path: path, from: url, fields: page.fields, into: &state.outcome)
        state.served.append(FramingAudit.ServedPage(origin: url.origin, place: Place(path: path, range: nil)))
    }
}
