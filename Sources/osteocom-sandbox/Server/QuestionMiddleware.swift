import Hummingbird

/// Reads what a request asks, for all who come after.
struct QuestionMiddleware: RouterMiddleware {
    typealias Context = SandboxContext

    @concurrent
    func handle(
        _ request: Request, context: SandboxContext,
        next: @concurrent (Request, SandboxContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.question = Question(request)
        return try await next(request, context)
    }
}
