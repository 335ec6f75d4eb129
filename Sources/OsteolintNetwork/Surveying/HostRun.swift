import FoundationEssentials
import OsteolintCore
import WebURL

/// The surveys of one host, whose questions share its few connections.
struct HostRun {
    /// A question with the survey that it belongs to.
    private struct Request: Sendable {
        let survey: Int
        let question: FramingSurvey.Question
        let url: WebURL
        let origin: Origin
    }

    private(set) var surveys: [FramingSurvey]
    let fetcher: Fetcher
    let connections: Int
    private var patience = HostPatience()

    init(surveys: [FramingSurvey], fetcher: Fetcher, connections: Int) {
        self.surveys = surveys
        self.fetcher = fetcher
        self.connections = connections
    }

    /// Asks round after round until no survey has a question left.
    mutating func run(_ counter: AnswerCounter) async {
        while true {
            let round = nextRound()
            guard !round.isEmpty else { return }
            let requests = round.filter { !isSecondLook($0) || patience.isWorthASecondLook || !wasRateLimited($0) }
            if requests.contains(where: isSecondLook) {
                let pause = patience.pauseBeforeSecondLook
                try? await Task.sleep(for: .seconds(pause))
            }
            await ask(requests, counter)
        }
    }

    private mutating func nextRound() -> [Request] {
        var requests: [Request] = []
        for index in surveys.indices {
            for question in surveys[index].nextRound() {
                let survey = surveys[index]
                requests.append(
                    Request(
                        survey: index, question: question, url: survey.urls[question.target],
                        origin: survey.origins[question.origin]))
            }
        }
        return requests
    }

    private func isSecondLook(_ request: Request) -> Bool {
        surveys[request.survey].hasAnswer(to: request.question)
    }

    private func wasRateLimited(_ request: Request) -> Bool {
        surveys[request.survey].failure(of: request.question)?.reason == .rateLimited
    }

    private mutating func ask(_ requests: [Request], _ counter: AnswerCounter) async {
        patience.startRound()
        // As many wait for a connection as have one, so that none is idle; but in a second look nothing waits behind
        // what was slow.
        let width = requests.contains(where: isSecondLook) ? connections : 2 * connections
        await withTaskGroup(of: (Request, EmbedResponse).self) { group in
            var waiting = requests[...]
            var underWay = 0
            while underWay > 0 || !waiting.isEmpty {
                while underWay < width, let request = waiting.popFirst() {
                    guard let refusal = refusal(of: request) else {
                        group.addTask { [fetcher] in
                            let navigation = Navigation.frame(in: request.origin)
                            return (request, await fetcher.fetch(request.url, as: navigation, isReserved: true))
                        }
                        underWay += 1
                        continue
                    }
                    record(refusal, to: request, counter)
                }
                guard let (request, response) = await group.next() else { break }
                underWay -= 1
                patience.take(response, at: Date.now.timeIntervalSince1970)
                record(response, to: request, counter)
            }
        }
    }

    /// An answer without asking, where the host has had enough or the run is at its end.
    private func refusal(of request: Request) -> EmbedResponse? {
        let failure: FetchFailure
        if Task.isCancelled {
            failure = .interrupted
        } else if patience.isExhausted {
            failure = .hostRateLimits(host: request.url.hostText ?? "")
        } else {
            do throws(FetchFailure) {
                try fetcher.reserve()
                return nil
            } catch {
                failure = error
            }
        }
        return EmbedResponse(url: request.url, origin: request.origin, hops: [], ending: .failed(failure))
    }

    private mutating func record(_ response: EmbedResponse, to request: Request, _ counter: AnswerCounter) {
        defer { counter.advance() }
        // A second look that is not taken says less than the first.
        guard !isSecondLook(request) || !response.wasNotAsked else { return }
        surveys[request.survey].record(response, to: request.question)
    }
}

extension EmbedResponse {
    /// Whether it was made up without a request.
    fileprivate var wasNotAsked: Bool {
        switch failure {
        case .hostRateLimits, .requestLimit, .interrupted: hops.isEmpty
        default: false
        }
    }
}
