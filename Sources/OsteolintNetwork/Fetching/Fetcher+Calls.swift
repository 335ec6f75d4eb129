import AsyncHTTPClient
import ContentSecurityPolicy
import NIOCore
import NIOHTTP1
public import OsteocomAPI
public import OsteolintCore
import WebURL

extension Fetcher {
    /// Sends a request to one of Osteocom's endpoints and reads its answer.
    ///
    /// Redirects are not followed: what the request holds is meant for this server alone.
    ///
    /// - Throws: `FetchFailure` where no answer came, or a redirect.
    public func call(_ request: APIRequest) async throws(FetchFailure) -> APIResponse {
        let (outcome, isLate) = await inTime { await result(of: request) }
        switch outcome {
        case .success(let response): return response
        case .failure(let failure): throw isLate ? reasonForLateness : failure
        }
    }

    private func result(of request: APIRequest) async -> Result<APIResponse, FetchFailure> {
        do throws(FetchFailure) {
            let contact = try contacts.contact(for: request.url)
            try reserve()
            let (head, body) = try await ask(contact, message(for: request), limit: request.bodyLimit)
            if RecordedHop.redirectStatuses.contains(head.status) {
                let location = head.fields.first { $0.name.lowercased() == "location" }?.value
                throw .redirected(to: Self.shown(location, from: request.url))
            }
            return .success(APIResponse(status: head.status, fields: head.fields, body: body))
        } catch {
            return .failure(error)
        }
    }

    private func message(for request: APIRequest) -> HTTPClientRequest {
        var message = HTTPClientRequest(url: RequestTarget.text(of: request.url))
        message.method = HTTPMethod(rawValue: request.method.rawValue)
        message.headers = ["User-Agent": userAgent]
        for field in request.fields { message.headers.replaceOrAdd(name: field.name, value: field.value) }
        if !request.body.isEmpty { message.body = .bytes(ByteBuffer(bytes: request.body)) }
        return message
    }

    /// Where a redirect leads, without what a server may have copied out of the request's query.
    private static func shown(_ location: String?, from url: WebURL) -> String {
        guard let location, let target = WebURL(location, base: url) else { return "nowhere" }
        guard target.origin != .opaque else { return target.scheme + ":" }
        let values = (url.query ?? "").split(separator: "&").compactMap {
            $0.split(separator: "=").last.map(String.init)
        }
        return target.origin.serialized + Excerpt.of(target.path, hiding: values + url.formFields.map(\.value))
    }
}
