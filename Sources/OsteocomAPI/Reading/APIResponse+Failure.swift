public import OsteolintCore
import WebURL

extension APIResponse {
    /// Why the answer cannot be the one that is documented, as far as its status code tells.
    ///
    /// - Parameter hidden: what is not to be quoted.
    /// - Returns: the failure; nil for 200.
    public func failure(hiding hidden: [String] = []) -> FetchFailure? {
        switch status {
        case 200: nil
        case 429: .rateLimited(retryAfter: retryAfter.map { Excerpt.of($0, hiding: hidden) })
        case 401, 403: .forbidden(status: status)
        case 500..<600: .serverError(status: status)
        default: .unexpectedStatus(status)
        }
    }

    /// What `Retry-After` says, in all its fields; nil where that is nothing.
    private var retryAfter: String? {
        let text = values(of: "retry-after").filter { !$0.isEmpty }.joined(separator: ", ")
        return text.isEmpty ? nil : text
    }

    /// Why a content that cannot be read was sent: nothing, a firewall's page, or something that nobody documents.
    ///
    /// - Parameters:
    ///   - url: what was asked.
    ///   - fault: what is wrong with the content.
    /// - Returns: the failure.
    func failure(at url: WebURL?, _ fault: @autoclosure () -> String) -> FetchFailure {
        if let url {
            let hop = ResponseHop(url: url, status: status, fields: fields)
            if let challenger = hop.challenger(body: body) { return .challenge(by: challenger) }
        }
        guard body.contains(where: { $0 > 0x20 }) else { return .empty(status: status) }
        return .notDocumented(detail: fault())
    }
}
