import WebURL

/// The documents that embeds show.
enum CardPage {
    /// The card of a product that can be bought; the click on Buy takes the whole tab to the checkout.
    static func available(_ product: Product, of client: Client) -> String {
        let title = HTMLText.escape(product.title)
        let query = FormQuery.serialize([(name: "clientId", value: client.id), (name: "productId", value: product.id)])
        return page(
            state: "available", title: "\(title): available",
            content: """
                <p class="note">Online course, recommended by \(HTMLText.escape(client.name))</p>
                <h1>\(title)</h1>
                <p class="price">€ \(product.price)</p>
                <p><a href="/checkout?\(HTMLText.escape(query))" target="_top">Buy</a></p>
                """)
    }

    /// The placeholder, which is the same whatever the fault.
    static let unavailable = page(
        state: "unavailable", title: "Content unavailable",
        content: """
            <h1>Content unavailable</h1>
            <p class="note">This content cannot be shown at the moment.</p>
            """)

    /// Where Buy leads to.
    static let checkout = page(
        state: "checkout", title: "Checkout",
        content: """
            <h1>Checkout</h1>
            <p class="note">This is a stand-in of Osteocom: nothing is sold here.</p>
            """)

    private static func page(state: String, title: String, content: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en" data-osteocom-card="\(state)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)</title>
        <style>
        :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
        body { margin: 0; display: grid; place-items: center; min-height: 100vh }
        main { box-sizing: border-box; width: min(100%, 26rem); padding: 1.5rem }
        main { border: 1px solid #8885; border-radius: .75rem }
        h1 { margin: 0 0 .5rem; font-size: 1.25rem; line-height: 1.25 }
        p { margin: 0 0 .5rem }
        .note { font-size: .875rem }
        .price { font-size: 1.5rem; font-weight: 600 }
        a { display: inline-block; padding: .5rem 1.5rem; border-radius: .5rem; background: #0b5c6b; color: #fff }
        a:focus-visible { outline: 3px solid #e9a23b; outline-offset: 2px }
        </style>
        </head>
        <body>
        <main>
        \(content)
        </main>
        </body>
        </html>

        """
    }
}
