/// Writes the embeds of the examples about parameters.
enum ParameterMarkup {
    /// A correct `clientId`.
    static let client = "clientId=kT4mRZ81qLwYc0dXaB2e"
    /// A correct `productId`.
    static let product = "productId=66d579675f2a4b8c9df15e43"
    /// A correct `partnerUserId`.
    static let user = "partnerUserId=u-48213"

    /// An embed with these fields in its query; `mark` stands before its `src` attribute.
    static func iframe(_ fields: String..., mark: String = "") -> String {
        let query = fields.joined(separator: "&amp;")
        return #"<iframe title="Osteocom" \#(mark)src="https://www.osteocom.me/embed/course?\#(query)"></iframe>"#
    }
}
