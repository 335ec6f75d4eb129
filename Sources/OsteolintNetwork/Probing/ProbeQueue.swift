import OsteolintCore
import WebURL

/// Which questions are to be asked, in which order, and what is known of each.
struct ProbeQueue {
    /// How often a question is asked again that failed in passing.
    private static let furtherLooks = 2

    /// The questions.
    let targets: [StatusTarget]
    private var outcomes: [ProductStatus.Outcome?]
    private var attempts: [Int]
    private var milliseconds: [Int]
    private var failures: [Int]
    private var waiting: [Int]

    /// Puts the first question of each client before all others.
    init(_ targets: [StatusTarget]) {
        self.targets = targets
        outcomes = targets.map { _ in nil }
        attempts = targets.map { _ in 0 }
        failures = attempts
        milliseconds = attempts
        var clients: Set<[String?]> = []
        let isFirst = targets.map { target in
            clients.insert([target.question.origin.serialized, target.question.clientID]).inserted
        }
        waiting = targets.indices.filter { isFirst[$0] } + targets.indices.filter { !isFirst[$0] }
    }

    /// The question that is to be asked next; nil where none waits.
    var next: Int? { waiting.first }

    /// How many questions wait.
    var count: Int { waiting.count }

    /// Takes the next question out, for it is asked now.
    mutating func take() {
        waiting.removeFirst()
    }

    /// Takes note of what came of a question, and of how long the request took, in milliseconds.
    mutating func record(_ result: Result<String, FetchFailure>, of index: Int, milliseconds time: Int = 0) {
        milliseconds[index] += time
        switch result {
        case .success(let status):
            attempts[index] += 1
            outcomes[index] = .answered(status: status)
        case .failure(let failure):
            if failure.isAfterRequest { attempts[index] += 1 }
            note(failure, of: index)
        }
    }

    /// Asks nothing more; what has no outcome yet gets this one.
    mutating func giveUp(_ failure: (StatusTarget) -> FetchFailure) {
        settle(waiting, failure)
    }

    /// What came of the questions, in their order.
    var statuses: [ProductStatus] {
        targets.indices.map { index in
            ProductStatus(
                target: targets[index], outcome: outcomes[index] ?? .inconclusive(.interrupted),
                attempts: attempts[index], milliseconds: attempts[index] > 0 ? milliseconds[index] : nil)
        }
    }

    private mutating func note(_ failure: FetchFailure, of index: Int) {
        if failure.isOfRun {
            // What was found out before says more.
            outcomes[index] = outcomes[index] ?? .inconclusive(failure)
            return
        }
        outcomes[index] = .inconclusive(failure)
        if case .rateLimited = failure {
            waiting.append(index)
            return
        }
        failures[index] += 1
        let isSpent = failures[index] > Self.furtherLooks
        guard failure.isPassing, failure.reason != .forbidden, !isSpent else {
            if failure.isOfHost { giveUpHost(of: index, failure) }
            return
        }
        // The others would fail in the same way.
        if failure.isOfHost { waiting.insert(index, at: 0) } else { waiting.append(index) }
    }

    private mutating func giveUpHost(of index: Int, _ failure: FetchFailure) {
        let origin = targets[index].question.origin
        settle(waiting.filter { targets[$0].question.origin == origin }) { _ in failure }
    }

    private mutating func settle(_ indices: [Int], _ failure: (StatusTarget) -> FetchFailure) {
        for index in indices { outcomes[index] = outcomes[index] ?? .inconclusive(failure(targets[index])) }
        waiting.removeAll(where: Set(indices).contains)
    }
}

extension FetchFailure {
    /// Whether a request went out before.
    fileprivate var isAfterRequest: Bool {
        switch self {
        case .hostNotAllowed, .portNotAllowed, .schemeNotAllowed, .addressNotPublic, .unresolved, .requestLimit,
            .statusLimit, .waitLimit, .hostRateLimits:
            false
        default: true
        }
    }

    /// Whether it tells of osteolint, and nothing of the server.
    fileprivate var isOfRun: Bool {
        switch self {
        case .requestLimit, .statusLimit, .waitLimit, .hostRateLimits, .interrupted: true
        default: false
        }
    }

    /// Whether every question to the host fails for this reason.
    fileprivate var isOfHost: Bool {
        switch self {
        case .unresolved, .addressNotPublic, .tls: true
        default: false
        }
    }
}
