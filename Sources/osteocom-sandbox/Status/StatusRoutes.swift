import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import OsteocomAPI
import OsteolintCore

/// Answers product-status: always 200 with the outcome in `status`, but for those who ask too often.
struct StatusRoutes: Sendable {
    private let storefront: Storefront
    private let gate: StatusGate

    init(_ storefront: Storefront, _ gate: StatusGate) {
        self.storefront = storefront
        self.gate = gate
    }

    /// Adds the routes; other methods than GET learn nothing, and cost nothing.
    func add(to router: Router<SandboxContext>) {
        let path = RouterPath(ProductStatusRequest.path)
        router.get(path) { _, context in
            try response(to: context.question, from: context.remoteAddress?.ipAddress ?? "")
        }
        for method in [.head, .post, .put, .patch, .delete, .options] as [HTTPRequest.Method] {
            router.on(path, method: method) { _, _ in
                var response = try Self.response(.methodNotAllowed, ["error": "ask with GET"])
                response.headers[.allow] = "GET"
                return method == .head ? response.createHeadResponse() : response
            }
        }
    }

    /// - Throws: what encoding throws.
    private func response(to question: Question, from address: String) throws -> Response {
        switch gate.entry(of: address) {
        case .admitted:
            return try Self.response(.ok, ProductStatusAnswer(status: storefront.status(of: question).rawValue))
        case .refused(let retryAfter):
            var response = try Self.response(.tooManyRequests, ["error": "too many requests; ask again later"])
            response.headers[.retryAfter] = retryAfter
            return response
        }
    }

    private static func response(_ status: HTTPResponse.Status, _ content: some Encodable) throws -> Response {
        Response(
            status: status,
            headers: [
                .contentType: "application/json", .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(content))))
    }
}
