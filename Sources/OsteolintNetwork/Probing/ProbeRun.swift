import ContentSecurityPolicy
import Foundation
import OsteocomAPI
import OsteolintCore
import WebURL

/// One run of a prober: the loop that asks the governor, sends what it grants, and tells it what came.
struct ProbeRun {
    /// What the loop waits for.
    private enum Event: Sendable {
        /// What came of the question at this index, after so many milliseconds.
        case ended(Int, Result<String, FetchFailure>, fields: [ResponseField], milliseconds: Int)
        /// The time that the governor asked for is over.
        case wokeUp
    }

    /// What the governor said about the questions that wait.
    private enum Step {
        case ask(Int)
        case wait(seconds: Double)
        case nothing
    }

    private var queue: ProbeQueue
    private var governor: RateGovernor
    private var underWay = 0
    private var alarm: RateGovernor.Instant?
    private let fetcher: Fetcher
    private let limits: GovernorLimits
    private let connections: Int
    private let progress: @Sendable (StatusProber.Progress) -> Void
    private let clock: RunClock

    init(
        queue: ProbeQueue, fetcher: Fetcher, limits: GovernorLimits, connections: Int, clock: RunClock,
        progress: @escaping @Sendable (StatusProber.Progress) -> Void
    ) {
        self.queue = queue
        self.fetcher = fetcher
        self.limits = limits
        self.connections = max(connections, 1)
        self.progress = progress
        self.clock = clock
        governor = RateGovernor(limits: limits, start: clock.now())
    }

    /// Asks until nothing waits any more.
    mutating func statuses() async -> [ProductStatus] {
        await withTaskGroup(of: Event.self) { group in
            while true {
                let asked = begin(&group)
                guard underWay > 0 || asked, let event = await group.next() else { break }
                handle(event)
                progress(.settled(queue.targets.count - queue.count - underWay))
            }
            group.cancelAll()
        }
        return queue.statuses
    }

    /// Sends what may go out now; false where nothing is to be waited for.
    private mutating func begin(_ group: inout TaskGroup<Event>) -> Bool {
        while true {
            switch nextStep() {
            case .nothing: return false
            case .ask(let index):
                underWay += 1
                let target = queue.targets[index]
                group.addTask { [fetcher, limits, clock] in
                    let start = clock.now()
                    let (result, fields) = await Self.ask(target, fetcher, limits)
                    let time = min(max(clock.now() - start, 0), 86_400)
                    return .ended(index, result, fields: fields, milliseconds: Int(time * 1000))
                }
            case .wait(let seconds):
                setAlarm(in: seconds, &group)
                return true
            }
        }
    }

    private mutating func nextStep() -> Step {
        while let index = queue.next, underWay < connections {
            guard !Task.isCancelled else {
                queue.giveUp { _ in .interrupted }
                break
            }
            if let failure = refusal(of: queue.targets[index]) {
                queue.take()
                queue.record(.failure(failure), of: index)
                continue
            }
            switch governor.permission(at: clock.now()) {
            case .granted:
                queue.take()
                return .ask(index)
            case .wait(let seconds): return .wait(seconds: seconds)
            case .refused(let refusal): queue.giveUp { Self.failure(refusal, $0) }
            }
        }
        return .nothing
    }

    /// Why a question cannot be asked at all, which costs nothing of the budget.
    private func refusal(of target: StatusTarget) -> FetchFailure? {
        do throws(FetchFailure) {
            guard let url = ProductStatusRequest(target).request?.url else {
                return .schemeNotAllowed(scheme: target.url.url.scheme)
            }
            _ = try fetcher.contacts.contact(for: url)
            return nil
        } catch {
            return error
        }
    }

    private static func failure(_ refusal: RateGovernor.Refusal, _ target: StatusTarget) -> FetchFailure {
        switch refusal {
        case .requestsSpent(let limit): .statusLimit(limit)
        case .waitTooLong(let limit): .waitLimit(seconds: limit)
        case .rateLimited: .hostRateLimits(host: target.question.origin.tuple?.host.text ?? "")
        }
    }

    /// Makes the loop wake up in time, unless it does so earlier.
    private mutating func setAlarm(in seconds: Double, _ group: inout TaskGroup<Event>) {
        let pause = min(max(seconds, 0.001), 86_400)
        let instant = clock.now() + pause
        guard alarm.map({ instant < $0 }) ?? true else { return }
        alarm = instant
        progress(.waiting(seconds: pause))
        group.addTask { [clock] in
            try? await clock.sleep(pause)
            return .wokeUp
        }
    }

    private mutating func handle(_ event: Event) {
        switch event {
        case .wokeUp: alarm = nil
        case .ended(let index, let result, let fields, let milliseconds):
            underWay -= 1
            governor.note(Self.answer(result, fields), at: clock.now())
            queue.record(result, of: index, milliseconds: milliseconds)
            if case .failure(.statusLimit(let limit)) = result { queue.giveUp { _ in .statusLimit(limit) } }
        }
    }

    /// What an answer tells the governor.
    private static func answer(
        _ result: Result<String, FetchFailure>, _ fields: [ResponseField]
    ) -> RateGovernor.Answer {
        let fields = RateLimitFields(fields, receivedAt: Date().timeIntervalSince1970)
        switch result {
        case .failure(.rateLimited): return .rateLimited(fields)
        case .failure(.notDocumented), .success: return .passed(fields)
        case .failure(let failure): return failure.isPassing ? .failed(fields) : .passed(fields)
        }
    }

    private static func ask(
        _ target: StatusTarget, _ fetcher: Fetcher, _ limits: GovernorLimits
    ) async -> (Result<String, FetchFailure>, fields: [ResponseField]) {
        guard let request = ProductStatusRequest(target).request else {
            return (.failure(.schemeNotAllowed(scheme: target.url.url.scheme)), [])
        }
        var fields: [ResponseField] = []
        do throws(FetchFailure) {
            let response = try await fetcher.call(request)
            fields = response.fields
            let answer = try ProductStatusAnswer(response, to: target.question)
            return (.success(answer.status), fields)
        } catch .requestLimit {
            return (.failure(.statusLimit(limits.requests)), fields)
        } catch {
            return (.failure(error), fields)
        }
    }
}

extension ProductStatusRequest {
    fileprivate init(_ target: StatusTarget) {
        self.init(target.question, embed: target.url.url)
    }
}
