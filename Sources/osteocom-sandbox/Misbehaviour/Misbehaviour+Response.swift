import HTTPTypes
import Hummingbird
import NIOCore
import WebURL

extension Misbehaviour {
    /// The answer made wrong.
    ///
    /// - Parameters:
    ///   - response: the answer as it should be.
    ///   - question: what was asked.
    ///   - origins: those that the client which the question names has listed.
    /// - Returns: the wrong answer.
    /// - Throws: what the answer's own body throws while it is read.
    func response(insteadOf response: Response, to question: Question, origins: [Origin]) async throws -> Response {
        var response = try await withContent(of: response, question)
        if let status { response.status = .init(code: status) }
        if [204, 304].contains(response.status.code) {
            response.body = ResponseBody()
            response.headers[.contentLength] = nil
        }
        change(&response.headers, question, origins)
        return response
    }

    /// An error's answer is not the card's: what stands in front of the server makes it, without a policy.
    private func withContent(of response: Response, _ question: Question) async throws -> Response {
        var response = response
        if let status, status >= 400 { response = ErrorPage.response(status) }
        switch content {
        case nil: break
        case .empty: response.body = ResponseBody()
        case .text(let text): response.body = ResponseBody(byteBuffer: ByteBuffer(string: text))
        case .size(let size): response.body = .padded(try await BodyCollector.bytes(of: response.body), to: size)
        case .drip(let rate):
            response.body = .dripping(try await BodyCollector.bytes(of: response.body), bytesPerSecond: rate)
        case .cut(let count): response.body = .cut(try await BodyCollector.bytes(of: response.body), after: count)
        case .redirect(let target, let status):
            response = Self.redirect(response, status, to: Self.target(target, question))
        case .redirectLoop(let status): response = Self.redirect(response, status, to: question.target)
        case .firewallPage: response = FirewallPage.response()
        }
        return response
    }

    private static func redirect(_ response: Response, _ status: Int, to target: String) -> Response {
        var response = response
        response.status = .init(code: status)
        response.headers[.location] = target
        response.headers[.contentType] = nil
        response.body = ResponseBody()
        return response
    }

    /// A target without a query takes the question's along.
    private static func target(_ target: String, _ question: Question) -> String {
        guard !target.contains("?"), let query = question.query else { return target }
        return "\(target)?\(query)"
    }

    private func change(_ headers: inout HTTPFields, _ question: Question, _ origins: [Origin]) {
        switch policy {
        case nil: break
        case .removed: headers[.contentSecurityPolicy] = nil
        case .replaced(let values): headers[values: .contentSecurityPolicy] = values
        case .reflecting(let vary):
            change(&headers, allowing: question.refererOrigin, vary)
        case .askingOrigin(let vary):
            change(&headers, allowing: question.refererOrigin.flatMap { origins.contains($0) ? $0 : nil }, vary)
        }
        if let reportOnly { headers[.contentSecurityPolicyReportOnly] = reportOnly }
        for name in Set(fields.map { $0.name }) { headers[name] = nil }
        for field in fields {
            if let value = field.value { headers.append(HTTPField(name: field.name, value: value)) }
        }
    }

    private func change(_ headers: inout HTTPFields, allowing origin: Origin?, _ vary: Bool) {
        headers[.contentSecurityPolicy] = FramingPolicy.value(origin.map { [$0] } ?? [])
        if vary { headers[.vary] = "Referer" }
    }
}
