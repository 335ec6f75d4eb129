import LoopbackServer
import OsteolintCore
import OsteolintNetwork

/// What came of a hostile answer and, in the same run, of a good one from the same server.
struct Encounter {
    let hostile: EmbedResponse
    let good: EmbedResponse
    let log: ServerLog

    /// Fetches both at the same time, and waits until the server has been left.
    ///
    /// The content of a page is kept, that of a frame is not.
    init(with steps: [ServerStep], limits: FetchLimits = .small, asPage: Bool = false) async throws {
        (hostile, good, log) = try await LoopbackServer.serving(respond: { request in
            request.target == "/hostile" ? steps : [.card]
        }) { server in
            let responses = try await FetcherScope.run([server], limits: limits) { fetcher in
                async let hostile = fetcher.fetch(server.url("/hostile"), asPage: asPage)
                async let good = fetcher.fetch(server.url("/good"))
                return try await (hostile, good)
            }
            await server.log.allHaveLeft()
            return (responses.0, responses.1, server.log)
        }
    }
}
