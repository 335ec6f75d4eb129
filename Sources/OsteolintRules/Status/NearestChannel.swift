import OsteolintCore

/// The channel that was probably meant where the catalogue has no such product.
struct NearestChannel {
    /// Where more products than these are missing, it is probably the catalogue that is another one.
    private static let mostProducts = 20
    private static let mostChannels = 1_000
    /// How many edits of 24 digits are taken for a slip.
    private static let mostEdits = 4
    /// How much of a title is compared, in scalars.
    private static let longestTitle = 80
    /// A shorter title is near to too many others.
    private static let shortestTitle = 10

    private let channels: [(channel: Catalogue.Channel, id: String, title: String)]

    /// Prepares the channels of a catalogue in which this many of the embedded products are missing.
    init(_ catalogue: Catalogue, missing: Int) {
        let compared = missing > Self.mostProducts ? [] : catalogue.channels.prefix(Self.mostChannels)
        channels = compared.map { ($0, $0.id.lowercased(), Self.normalised($0.title)) }
    }

    /// The channel with the frame's title; else the one with the nearest id; else the one with the nearest title.
    func channel(for product: String, title: String?) -> Catalogue.Channel? {
        let title = Self.normalised(title ?? "")
        if !title.isEmpty, let same = channels.first(where: { $0.title == title }) { return same.channel }
        return nearest(mostEdits: Self.mostEdits) { Self.distance($0.id, product.lowercased(), Self.mostEdits) }
            ?? nearTitle(title)
    }

    private func nearTitle(_ title: String) -> Catalogue.Channel? {
        let length = title.unicodeScalars.count
        guard length >= Self.shortestTitle else { return nil }
        return nearest(mostEdits: length / 6) { Self.distance($0.title, title, length / 6) }
    }

    private typealias Candidate = (channel: Catalogue.Channel, id: String, title: String)

    private func nearest(mostEdits: Int, _ distance: (Candidate) -> Int) -> Catalogue.Channel? {
        let measured = channels.map { (channel: $0.channel, edits: distance($0)) }
        // Of equally near ones `min` gives the first.
        return measured.filter { $0.edits <= mostEdits }.min { $0.edits < $1.edits }?.channel
    }

    /// The edits between two texts, or more than the bound where their lengths tell that it is.
    private static func distance(_ one: String, _ other: String, _ bound: Int) -> Int {
        guard abs(one.utf8.count - other.utf8.count) <= 4 * bound else { return bound + 1 }
        return EditDistance.between(one, other)
    }

    private static func normalised(_ title: String) -> String {
        let words = title.lowercased().split { $0.isWhitespace }.joined(separator: " ")
        return String(String.UnicodeScalarView(words.unicodeScalars.prefix(longestTitle)))
    }
}
