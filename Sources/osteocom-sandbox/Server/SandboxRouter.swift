import HTTPTypes
import Hummingbird
import NIOCore

/// Puts together what answers requests.
struct SandboxRouter {
    let scenario: Scenario
    let address: SandboxAddress
    /// Whether to say nothing about requests.
    let isQuiet: Bool

    func responder() -> RouterResponder<SandboxContext> {
        let router = Router(context: SandboxContext.self, options: .autoGenerateHeadEndpoints)
        if !isQuiet { router.add(middleware: RequestLog()) }
        if !scenario.sites.isEmpty { router.add(middleware: SiteMiddleware(scenario.sites, address)) }
        router.add(middleware: QuestionMiddleware())
        // A middleware is only for the routes that are added after it: behaviours do not touch this one.
        let health = Self.response("ok\n", "text/plain; charset=utf-8")
        router.get("/health") { _, _ in health }
        if !scenario.behaviours.isEmpty { router.add(middleware: MisbehaviourMiddleware(scenario)) }
        router.add(middleware: ErrorMiddleware())
        let checkout = Self.response(CardPage.checkout, "text/html; charset=utf-8")
        router.get("/checkout") { _, _ in checkout }
        EmbedRoutes(scenario).add(to: router)
        return router.buildResponder()
    }

    private static func response(_ text: String, _ type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
