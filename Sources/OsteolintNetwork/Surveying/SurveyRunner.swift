public import OsteolintCore
import WebURL

/// Asks the questions of surveys, each host for itself, so that a slow one delays no other.
public struct SurveyRunner: Sendable {
    private let fetcher: Fetcher
    private let connections: Int

    /// Makes a runner.
    ///
    /// - Parameters:
    ///   - fetcher: fetches the URLs.
    ///   - connections: how many requests are under way at a host at the same time.
    public init(fetcher: Fetcher, connections: Int) {
        self.fetcher = fetcher
        self.connections = connections
    }

    /// Runs surveys to their end.
    ///
    /// - Parameters:
    ///   - surveys: each of one host.
    ///   - progress: told how many answers there are, from any task.
    /// - Returns: the surveys with their answers, in the same order.
    public func run(
        _ surveys: [FramingSurvey], progress: @escaping @Sendable (Int) -> Void
    ) async -> [FramingSurvey] {
        let counter = AnswerCounter(progress)
        let hosts = Dictionary(grouping: surveys.indices) { surveys[$0].urls.first?.origin ?? .opaque }
        return await withTaskGroup { group in
            for indices in hosts.values {
                group.addTask {
                    var run = HostRun(surveys: indices.map { surveys[$0] }, fetcher: fetcher, connections: connections)
                    await run.run(counter)
                    return Array(zip(indices, run.surveys))
                }
            }
            var finished = surveys
            for await host in group {
                for (index, survey) in host { finished[index] = survey }
            }
            return finished
        }
    }
}
