import OsteolintCore

extension Page {
    /// The embeds that a browser loads, or will after consent, each with its frame.
    var loadedEmbeds: [(embed: Embed, frame: Frame)] {
        embeds.filter { $0.state != .inert }.map { ($0, frame(of: $0)) }
    }

    /// The embeds that are inert, each with its frame.
    var inertEmbeds: [(embed: Embed, frame: Frame)] {
        embeds.filter { $0.state == .inert }.map { ($0, frame(of: $0)) }
    }
}
