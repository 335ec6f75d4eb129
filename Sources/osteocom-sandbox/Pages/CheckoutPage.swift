/// The pages that Buy leads to.
enum CheckoutPage {
    /// Where a purchase is completed; the form goes to the page's own URL, which says who buys what.
    static func purchase(of product: Product, by client: Client) -> String {
        page(
            title: "Checkout: \(HTMLText.escape(product.title))",
            """
            <p class="note">Checkout. Recommended by \(HTMLText.escape(client.name))</p>
            <h1>\(HTMLText.escape(product.title))</h1>
            <p class="price">\(StorePage.price(product))</p>
            <form method="post"><p><button class="button">Complete the purchase</button></p></form>
            """)
    }

    /// What a customer sees who has the course already.
    static func owned(_ product: Product) -> String {
        page(
            title: "Already purchased",
            """
            <h1>\(HTMLText.escape(product.title))</h1>
            <p>You have purchased this course already. \(myCourses)</p>
            """)
    }

    /// What a customer sees after a purchase.
    static func thanks(for product: Product) -> String {
        page(
            title: "Thank you",
            """
            <h1>Thank you for your purchase</h1>
            <p>“\(HTMLText.escape(product.title))” is yours. \(myCourses)</p>
            <p>The page that you came from says “Already purchased” the next time that you open it.</p>
            """)
    }

    /// What is shown whatever the fault.
    static let unavailable = page(
        title: "Content unavailable",
        """
        <h1>Content unavailable</h1>
        <p>This content cannot be bought at the moment.</p>
        """)

    private static let myCourses = "On Osteocom you find it under <b>My Courses</b> once you are logged in."

    private static func page(title: String, _ content: String) -> String {
        StorePage.document(
            title: title,
            content: """
                <main>
                \(content)
                <p class="note imprint">This is osteocom-sandbox, a stand-in of Osteocom for tests: nothing is sold here, \
                and nobody pays.</p>
                </main>
                """)
    }
}
