import Hummingbird
import WebURL

/// Makes the answers wrong that the scenario wants wrong.
struct MisbehaviourMiddleware: RouterMiddleware {
    typealias Context = SandboxContext

    private let behaviours: [BehaviourCounter]
    /// What each client has listed.
    private let origins: [String: [Origin]]

    init(_ scenario: Scenario) {
        behaviours = scenario.behaviours.map { BehaviourCounter($0) }
        origins = Dictionary(scenario.clients.map { ($0.id, $0.origins) }) { first, _ in first }
    }

    @concurrent
    func handle(
        _ request: Request, context: SandboxContext,
        next: @concurrent (Request, SandboxContext) async throws -> Response
    ) async throws -> Response {
        let question = context.question
        guard let misbehaviour = misbehaviour(for: question) else { return try await next(request, context) }
        if let delay = misbehaviour.delay { try await Task.sleep(for: delay) }
        let response = try await misbehaviour.response(
            insteadOf: try await next(request, context), to: question,
            origins: question.clientID.flatMap { origins[$0] } ?? [])
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// The first that a behaviour wants; each behaviour is asked once, since it counts.
    private func misbehaviour(for question: Question) -> Misbehaviour? {
        for behaviour in behaviours {
            if let misbehaviour = behaviour.misbehaviour(for: question) { return misbehaviour }
        }
        return nil
    }
}
