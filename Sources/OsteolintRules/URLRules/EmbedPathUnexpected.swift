import OsteolintCore
import WebURL

/// Reports an embed whose path is not below `/embed/`.
struct EmbedPathUnexpected: EmbedRule {
    static let descriptor = RuleDescriptor(
        id: "embed-path-unexpected",
        topic: .url,
        summary: "Reports an embed's parameters on a page of Osteocom that is not below /embed/.",
        severity: .warning,
        rationale: """
            Osteocom serves cards below /embed/ only, and only there lists the partner's origins in frame-ancestors. \
            Any other page refuses to be framed, or shows Osteocom's site instead of the card.
            """,
        remedy: "Use the path that Osteocom gave you; it begins with /embed/.",
        references: [References.embed]
    )

    static let examples = [
        RuleExample("below /embed/", SampleEmbed.iframe),
        RuleExample("a page of the site", example("↓/course")),
        RuleExample(
            "no path at all", #"<iframe src="https://↓www.osteocom.me?\#(SampleEmbed.ids)" title="A"></iframe>"#),
        RuleExample("capitals", example("↓/Embed/course")),
        RuleExample("/embed/ after dots are resolved", example("/player/../embed/course")),
        RuleExample(
            "another page of Osteocom, without the parameters",
            #"<iframe src="https://www.osteocom.me/player/591441ce" title="Trailer"></iframe>"#
        ),
    ]

    private static func example(_ path: String) -> String {
        #"<iframe src="https://www.osteocom.me\#(path)?\#(SampleEmbed.ids)" title="Course"></iframe>"#
    }

    func check(_ embed: Embed, in site: Site) -> [Finding] {
        guard !OsteocomHost.hasEmbedPath(embed.url.url) else { return [] }
        let path = embed.url.url.shownPath
        let message = "the path `\(path)` is not below `/embed/`, where Osteocom serves its cards"
        return [finding(message, at: place(of: embed), embed: embed, help: help(for: path))]
    }

    private func place(of embed: Embed) -> Place {
        let components = embed.url.components
        guard components.path.isEmpty else { return embed.place(of: components.path) }
        return components.host.map { embed.place(of: $0) } ?? Place(path: embed.path, range: embed.url.source.range)
    }

    private func help(for path: String) -> String {
        let segments = path.split(separator: "/")
        guard let first = segments.first, first.lowercased() == "embed" else {
            return "write the path that Osteocom gave you; it begins with /embed/"
        }
        return "write /embed/" + segments.dropFirst().joined(separator: "/")
    }
}
