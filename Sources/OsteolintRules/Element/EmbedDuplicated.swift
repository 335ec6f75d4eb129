import OsteolintCore

/// Reports the same card twice on one page.
struct EmbedDuplicated: PageRule {
    static let descriptor = RuleDescriptor(
        id: "embed-duplicated",
        topic: .element,
        summary: "Reports an embed of the same client, product and user as an earlier one on the page.",
        severity: .warning,
        rationale: """
            The visitor sees the same card twice, often since a block was copied for another course and its productId \
            was left as it was: then the other course cannot be bought at all.
            """,
        remedy: "Delete one of the two, or give the second one the productId that it was meant for.",
        references: [References.embed]
    )

    static let examples = [
        RuleExample("one card", SampleEmbed.iframe),
        RuleExample("the same card again", SampleEmbed.iframe + "\n<h2>More</h2>\n↓" + SampleEmbed.iframe),
        RuleExample(
            "the parameters in another order",
            SampleEmbed.iframe + "\n↓"
                + """
                <iframe src="https://osteocom.me/embed/?partnerUserId=u-48213&amp;clientId=kT4mRZ81qLwYc0dXaB2e&amp;\
                productId=66d579675f2a4b8c9df15e43" title="Course"></iframe>
                """
        ),
        RuleExample(
            "another product",
            SampleEmbed.iframe + "\n"
                + #"<iframe src="\#(SampleEmbed.url.replacing("f15e43", with: "f15e44"))" title="Course"></iframe>"#
        ),
        RuleExample("the other one is in a comment", SampleEmbed.iframe + "\n<!-- \(SampleEmbed.iframe) -->"),
    ]

    /// What makes two embeds the same card.
    private struct Card: Hashable {
        let client: String?
        let product: String
        let user: String?

        init?(_ embed: Embed) {
            // What stands in a product's place tells nothing of which product will be there.
            guard let product = embed.url.parameter(.productID), product.placeholder == nil else { return nil }
            self.product = product.value.lowercased()
            client = embed.url.parameter(.clientID)?.value
            user = embed.url.parameter(.partnerUserID)?.value
        }
    }

    func check(_ page: Page, in site: Site) -> [Finding] {
        var first: [Card: Embed] = [:]
        return page.loadedEmbeds.compactMap { embed, _ in
            guard let card = Card(embed) else { return nil }
            guard let earlier = first[card] else {
                first[card] = embed
                return nil
            }
            let message = "the same card, with the same client, product and user, stands earlier on this page"
            let help = "delete it, or write the productId that was meant here"
            let related = [earlier.place]
            return finding(message, at: embed.place, embed: embed, help: help, related: related, fault: card.product)
        }
    }
}
