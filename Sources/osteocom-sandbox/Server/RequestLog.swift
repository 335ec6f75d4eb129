import Hummingbird

/// Writes a line about each answer to standard error.
struct RequestLog: RouterMiddleware {
    typealias Context = SandboxContext

    @concurrent
    func handle(
        _ request: Request, context: SandboxContext,
        next: @concurrent (Request, SandboxContext) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        let target = MaskedTarget.text(request.head.path ?? "/")
        StandardStreams.complain("\(request.method.rawValue) \(target) \(response.status.code)")
        return response
    }
}
