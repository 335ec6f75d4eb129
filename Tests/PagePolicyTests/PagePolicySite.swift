import LoopbackServer

/// What servers answer so that a browser can decide many cases at once: a page of frames, each of them the page of a
/// case, with the card in it.
struct PagePolicySite: Sendable {
    static let top = "top.partner.example"
    let cases: [String: PagePolicyCase]

    init(_ cases: [PagePolicyCase]) {
        self.cases = Dictionary(cases.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The page with the pages of some cases in it.
    static func url(of cases: [PagePolicyCase], scheme: String) -> String {
        "\(scheme)://\(top)/?" + cases.map(\.id).joined(separator: ",")
    }

    func respond(to request: ServerRequest) -> [ServerStep] {
        let host = request.field("host")?.split(separator: ":").first.map(String.init)
        let query = request.target.split(separator: "?", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
        if host == Self.top { return [Self.response(markup: topMarkup(query.split(separator: ",").map(String.init)))] }
        if query.hasPrefix("page=") {
            guard let sample = cases[String(query.dropFirst(5))] else { return [.respond(404)] }
            return [Self.response(fields: sample.headers, markup: sample.markup)]
        }
        return [card(query)]
    }

    private func topMarkup(_ ids: [String]) -> String {
        let frames = ids.compactMap { cases[$0] }.map { "<iframe src=\"\(Self.address($0))\"></iframe>\n" }
        return "<!DOCTYPE html><title>Cases</title>\n" + frames.joined()
    }

    /// The URL of a case's page, which tells the case.
    private static func address(_ sample: PagePolicyCase) -> String { sample.pageURL + "?page=" + sample.id }

    /// The answer to an embed's URL, or to what it redirects to.
    private func card(_ query: String) -> ServerStep {
        let parts = query.split(separator: "&").map { String($0.drop { $0 != "=" }.dropFirst()) }
        guard let id = parts.first, let sample = cases[id] else { return .respond(404) }
        let hop = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        guard sample.hops.indices.contains(hop) else { return .respond(404) }
        let response = sample.hops[hop]
        var fields = response.headers
        if let location = response.location { fields.append(["Location", "\(location)?case=\(id)&hop=\(hop + 1)"]) }
        return Self.response(status: response.status, fields: fields, markup: "<!DOCTYPE html><title>Card</title>card")
    }

    private static func response(status: Int = 200, fields: [[String]] = [], markup: String) -> ServerStep {
        let body = Array(markup.utf8)
        var head = "HTTP/1.1 \(status) Status\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
        for field in fields { head += "\(field[0]): \(field[1])\r\n" }
        head += "Content-Length: \(body.count)\r\n\r\n"
        return .send(head.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } + body)
    }
}
