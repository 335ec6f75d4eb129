import HTTPTypes
import Hummingbird

/// Answers everything under `/embed/`: with the card, or with the one that holds no product whatever the fault.
struct EmbedRoutes: Sendable {
    private let clients: [String: ClientCards]

    init(_ scenario: Scenario) {
        clients = Dictionary(scenario.clients.map { ($0.id, ClientCards($0)) }) { first, _ in first }
    }

    /// Adds the routes; other methods than GET get the placeholder too, so that no answer is without a policy.
    func add(to router: Router<SandboxContext>) {
        for path in ["/embed", "/embed/**"] as [RouterPath] {
            router.get(path) { _, context in response(to: context.question) }
            for method in [.post, .put, .patch, .delete, .options] as [HTTPRequest.Method] {
                router.on(path, method: method) { _, context in
                    var response = placeholder(for: context.question)
                    response.status = .methodNotAllowed
                    response.headers[.allow] = "GET, HEAD"
                    return response
                }
            }
        }
    }

    /// What a GET of a card is answered with.
    func response(to question: Question) -> Response {
        guard let client = question.clientID.flatMap({ clients[$0] }) else { return ClientCards.placeholderOfNobody }
        guard let productID = question.productID, question.partnerUserID?.isEmpty == false else {
            return client.placeholder
        }
        return client.response(for: productID)
    }

    private func placeholder(for question: Question) -> Response {
        question.clientID.flatMap { clients[$0] }?.placeholder ?? ClientCards.placeholderOfNobody
    }
}
