import OsteolintCore

/// Places that are listed below a heading, as many as somebody reads.
struct PlaceList {
    /// How many are listed.
    static let shown = 50

    /// What they are.
    let heading: String
    /// The first of them.
    let places: [PlaceText]
    /// How many there are besides; nil where that is all.
    let more: String?

    /// The places of the same fault; nil where there is none.
    static func same(_ places: [Place]) -> PlaceList? {
        PlaceList(places, heading: "The same at \(CountedNoun.text(places.count, "more place"))")
    }

    /// What else there is to see; nil where there is nothing.
    static func related(_ places: [Place]) -> PlaceList? {
        PlaceList(places, heading: "See also \(CountedNoun.text(places.count, "place"))")
    }

    private init?(_ places: [Place], heading: String) {
        guard !places.isEmpty else { return nil }
        self.heading = heading
        self.places = places.prefix(Self.shown).map(PlaceText.init)
        let rest = places.count - Self.shown
        more = rest > 0 ? "and \(CountedNoun.digits(rest)) more, which the JSON format lists" : nil
    }
}
