import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import OsteocomAPI

/// Answers everything under `/sv6` in JSON.
struct APIRoutes: Sendable {
    let api: PartnerAPI

    /// The largest body of a request, in bytes.
    private static let largestBody = 1 << 16

    /// Adds the routes.
    func add(to router: Router<SandboxContext>) {
        for path in ["\(Endpoint.basePath)", "\(Endpoint.basePath)/**"] {
            for method in [.get, .post, .put, .patch, .delete, .options] as [HTTPRequest.Method] {
                router.on(RouterPath(path), method: method) { request, context in
                    await response(to: request, at: context.question.path)
                }
            }
        }
    }

    private func response(to request: Request, at path: String) async -> Response {
        guard let endpoint = Endpoint.allCases.first(where: { $0.path == path }) else {
            return Self.response(APIAnswer(.notFound("there is no such call; see the API reference")))
        }
        guard request.method == .post else {
            var response = Self.response(APIAnswer(APIFault(status: 405, message: "calls are made with POST")))
            response.headers[.allow] = "POST"
            return response
        }
        guard let body = try? await request.body.collect(upTo: Self.largestBody) else {
            let message = "the body is larger than \(Self.largestBody) bytes"
            return Self.response(APIAnswer(APIFault(status: 413, message: message)))
        }
        let authorization = request.headers[.authorization]
        return Self.response(
            await api.answer(endpoint, authorization: authorization, body: Data(body.readableBytesView)))
    }

    private static func response(_ answer: APIAnswer) -> Response {
        var headers: HTTPFields = [.contentType: "application/json", .cacheControl: "no-store"]
        if answer.status == 401 { headers[.wwwAuthenticate] = "Bearer" }
        return Response(
            status: .init(code: answer.status), headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.json)))
    }
}
