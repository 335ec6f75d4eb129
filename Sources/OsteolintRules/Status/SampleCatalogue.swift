import OsteolintCore

/// Catalogues of the examples of rules that look at the partner's catalogue.
enum SampleCatalogue {
    /// The catalogue of the client in the examples, with these channels.
    static func of(_ channels: (id: String, title: String)...) -> Catalogue {
        Catalogue(
            clientID: "kT4mRZ81qLwYc0dXaB2e", channels: channels.map { Catalogue.Channel(id: $0.id, title: $0.title) },
            source: .api)
    }

    /// One that has the product of `ParameterMarkup.product`.
    static let withProduct = of((id: "66d579675f2a4b8c9df15e43", title: "Pelvic floor course"))
    /// One that has not.
    static let withoutProduct = of((id: "58c9e4a27f16b30d9a5e4c82", title: "Scoliosis in practice"))
}
