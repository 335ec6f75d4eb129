/// Pages that tests write.
enum SamplePage {
    static let client = "clientId=kT4mRZ81qLwYc0dXaB2e"
    static let product = "productId=66d579675f2a4b8c9df15e43"

    /// A page whose embed is fine.
    static let good = page(embed("\(client)&amp;\(product)&amp;partnerUserId=u-48213"))
    /// A page without an embed.
    static let plain = page("<p>Nothing of Osteocom's.</p>")
    /// A page whose embed has one fault, an error: `product-id-malformed`.
    static let faulty = page(embed("\(client)&amp;productId=66d579675f2a&amp;partnerUserId=u-48214"))
    /// A page whose embed has one fault, a warning: `iframe-title-missing`.
    static let untitled = page(
        #"<iframe src="https://www.osteocom.me/embed/course?\#(client)&amp;\#(product)&amp;partnerUserId=u-48215"></iframe>"#
    )
    /// A page with one fault, a note: `embed-inert`.
    static let commented = page("<!-- \(embed("\(client)&amp;\(product)&amp;partnerUserId=u-48216")) -->")

    /// An iframe with a query.
    static func embed(_ query: String) -> String {
        #"<iframe title="Course" src="https://www.osteocom.me/embed/course?\#(query)"></iframe>"#
    }

    /// A page with markup in its body, which begins in the third line.
    static func page(_ markup: String) -> String {
        "<!doctype html>\n<meta charset=\"utf-8\"><title>Courses</title>\n\(markup)\n"
    }
}
