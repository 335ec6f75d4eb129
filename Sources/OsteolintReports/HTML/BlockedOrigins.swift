import OsteolintCore

/// The declared origins that Osteocom has to allow before browsers show cards there.
struct BlockedOrigins {
    /// The rules whose findings say that an embed names no client of the partner's, so that another list was asked for.
    private static let rulesOfClient: Set = [
        "client-id-missing", "client-id-malformed", "client-id-mismatch", "status-invalid-client",
    ]

    private struct Question: Hashable {
        let client: String
        let ancestors: [String]
    }

    /// The origins, in the order of the report.
    let origins: [String]

    /// Finds the origins: a client's cards are blocked there, and none of them is shown.
    init(_ report: Report) {
        let faulty = Set(
            report.findings.lazy.filter { Self.rulesOfClient.contains($0.rule) }.compactMap(\.embed))
        var clients: [Substring: String] = [:]
        for (index, embed) in report.embeds.enumerated() where embed.state != "inert" && !faulty.contains(index) {
            clients[FramingMatrix.page(embed.url)] = embed.clientID
        }
        var verdicts: [Question: Set<String>] = [:]
        for framing in report.framing {
            guard let client = clients[FramingMatrix.page(framing.url)] else { continue }
            verdicts[Question(client: client, ancestors: framing.ancestors), default: []].insert(framing.verdict)
        }
        let blocked = Set(
            verdicts.filter { $0.value.contains("blocked") && !$0.value.contains("allowed") }.map(\.key.ancestors))
        var seen: Set<String> = []
        // Of several ancestors any can be the one that is missing.
        origins = report.framing.lazy.filter { blocked.contains($0.ancestors) }.flatMap(\.ancestors)
            .filter { $0 != "null" && seen.insert($0).inserted }
    }
}
