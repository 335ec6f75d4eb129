import Hummingbird

/// Turns the router's errors into answers, so that behaviours and the log see them as such.
struct ErrorMiddleware: RouterMiddleware {
    typealias Context = SandboxContext

    @concurrent
    func handle(
        _ request: Request, context: SandboxContext,
        next: @concurrent (Request, SandboxContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as any HTTPResponseError {
            return ErrorPage.response(error.status.code)
        }
    }
}
