/// Tells whether a final response can be the embed's document at all.
///
/// An error page, a firewall's page or an empty answer has header fields of its own, which say nothing about whether
/// the card may be framed.
struct AnswerCheck {
    let hop: ResponseHop
    /// What was read of the content.
    let body: [UInt8]

    /// Why it is not the embed; nil where it may be.
    var failure: FetchFailure? {
        switch hop.status {
        case 200..<300: break
        case 429: return .rateLimited(retryAfter: hop.field("retry-after"))
        case 401, 403: return .forbidden(status: hop.status)
        case 500..<600: return .serverError(status: hop.status)
        default: return .unexpectedStatus(hop.status)
        }
        if let name = ChallengePage.name(of: hop, body: body) { return .challenge(by: name) }
        guard body.contains(where: { !ASCII.isWhitespace($0) }) else { return .empty(status: hop.status) }
        return isHTML ? nil : .notHTML(contentType: hop.field("content-type") ?? "no Content-Type")
    }

    /// Whether a browser renders it as a page; without a Content-Type, by its first character.
    private var isHTML: Bool {
        guard let contentType = hop.field("content-type") else {
            return body.first { !ASCII.isWhitespace($0) } == UInt8(ascii: "<")
        }
        let essence = contentType.prefix { $0 != ";" }.trimmingPrefix { $0 == " " || $0 == "\t" }.lowercased()
        return essence.hasPrefix("text/html") || essence.hasPrefix("application/xhtml+xml")
    }
}
