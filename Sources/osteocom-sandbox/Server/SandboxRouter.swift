import HTTPTypes
import Hummingbird
import NIOCore

/// Puts together what answers requests.
struct SandboxRouter {
    let scenario: Scenario
    let state: SandboxState
    let api: PartnerAPI
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
        let storefront = Storefront(scenario, state)
        EmbedRoutes(scenario).add(to: router)
        StatusRoutes(storefront, StatusGate(scenario.rateLimit)).add(to: router)
        CheckoutRoutes(storefront).add(to: router)
        APIRoutes(api: api).add(to: router)
        return router.buildResponder()
    }

    private static func response(_ text: String, _ type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
