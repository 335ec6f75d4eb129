import WebURL

/// The document that embeds show: all that the card can be, of which its script shows one.
enum CardPage {
    /// The card of a product that the client sells.
    static func card(of product: Product, by client: Client) -> String {
        let title = HTMLText.escape(product.title)
        let query = FormQuery.serialize([(name: "clientId", value: client.id), (name: "productId", value: product.id)])
        return page(
            """
            <section class="available" data-title="\(title): available">
            <p class="note">Online course, recommended by \(HTMLText.escape(client.name))</p>
            <h1>\(title)</h1>
            <p class="price">\(StorePage.price(product))</p>
            <p><a class="button" href="/checkout?\(HTMLText.escape(query))" target="_top">Buy</a></p>
            </section>
            <section class="purchased" data-title="\(title): already purchased">
            <p class="note">Online course, recommended by \(HTMLText.escape(client.name))</p>
            <h1>\(title)</h1>
            <p class="owned">Already purchased</p>
            <p class="note">Log in to Osteocom and choose <b>My Courses</b> to watch it.</p>
            </section>

            """)
    }

    /// The card without a product, which can only become the placeholder.
    static let placeholder = page("")

    /// All states share one place, so that nothing moves when one takes another's.
    private static func page(_ product: String) -> String {
        StorePage.document(
            title: "Osteocom course", attributes: #" data-osteocom-card="loading""#,
            head: """
                <style>
                \(style)
                </style>
                <noscript><style>section.loading { display: none } section.unavailable { visibility: visible }\
                </style></noscript>
                """,
            content: """
                <main aria-live="polite" aria-busy="true">
                <section class="loading" data-title="Osteocom course">
                <p class="note">Loading the course…</p>
                <div class="bar"></div><div class="bar"></div>
                </section>
                \(product)<section class="unavailable" data-title="Content unavailable">
                <h1>Content unavailable</h1>
                <p class="note">This content cannot be shown at the moment.</p>
                </section>
                </main>
                <script>
                \(CardScript.text)
                </script>
                """)
    }

    private static let style = """
        main { display: grid; min-height: 9rem }
        section { grid-area: 1 / 1; visibility: hidden }
        section.unavailable { align-self: center; text-align: center }
        [data-osteocom-card="loading"] section.loading, [data-osteocom-card="available"] section.available,
        [data-osteocom-card="purchased"] section.purchased, [data-osteocom-card="unavailable"] section.unavailable
        { visibility: visible }
        .owned { font-weight: 600; color: var(--accent) }
        .owned::before { content: "✓ " / "" }
        .bar { height: 1.25rem; margin: 0 0 .75rem; border-radius: .25rem; background: var(--line) }
        .bar + .bar { width: 40% }
        """
}
