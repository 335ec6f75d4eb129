import OsteolintCore

/// What product-status answers about embeds, put together by hand: each distinct question once.
struct SampleStatuses {
    let audit: StatusAudit

    /// Asks about live and deferred embeds.
    ///
    /// - Parameters:
    ///   - embeds: sorted by path and then by place.
    ///   - catalogue: the partner's catalogue.
    ///   - answer: the status that is answered; nil where it is not asked.
    init(embeds: [Embed], catalogue: Catalogue? = nil, answer: (StatusQuestion) -> String?) {
        var order: [StatusQuestion] = []
        var groups: [StatusQuestion: [Embed]] = [:]
        for embed in embeds {
            let question = StatusQuestion(of: embed.url.url)
            if groups[question] == nil { order.append(question) }
            groups[question, default: []].append(embed)
        }
        let statuses = order.compactMap { question -> ProductStatus? in
            guard let group = groups[question], let status = answer(question) else { return nil }
            let target = StatusTarget(question: question, url: group[0].url, embeds: group)
            return ProductStatus(target: target, outcome: .answered(status: status), attempts: 1)
        }
        audit = StatusAudit(statuses: statuses, catalogue: catalogue, embeds: embeds)
    }
}
