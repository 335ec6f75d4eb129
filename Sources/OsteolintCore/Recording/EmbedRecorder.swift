import WebURL

/// Takes users' ids and secrets out of embeds, so that they can be handed on with their places.
struct EmbedRecorder {
    private struct Line: Hashable {
        let path: String
        let isRendered: Bool
        let number: Int
    }

    private let recorder: AnswerRecorder
    private let identifiers: [String: UserIdentifiers]
    /// The line that a finding at any embed of the page shows; of a very long one there may be several parts.
    private let lines: [Line: Snippet]

    /// Prepares to record embeds that stand on pages among others.
    init(_ embeds: [Embed], recorder: AnswerRecorder) {
        self.recorder = recorder
        identifiers = Dictionary(grouping: embeds, by: \.path).mapValues(UserIdentifiers.init)
        var lines: [Line: Snippet] = [:]
        for embed in embeds {
            for (offset, snippet) in embed.excerpt.lines.enumerated() {
                let line = Line(
                    path: embed.path, isRendered: embed.isRendered, number: embed.excerpt.firstLine + offset)
                if lines[line] == nil { lines[line] = snippet }
            }
        }
        self.lines = lines
    }

    func recorded(_ embed: Embed) -> Embed {
        let shown = recorder.masking.masked(embed.url)
        let source = embed.url.source.masked(as: shown.source)
        return Embed(
            path: embed.path, ordinal: embed.ordinal, element: embed.element, state: embed.state,
            context: embed.context, tag: embed.tag, attribute: embed.attribute,
            url: EmbedURL(source: source, url: WebURL(shown.href) ?? recorder.recorded(embed.url.url)),
            environment: embed.environment, isUnicodePage: embed.isUnicodePage, excerpt: excerpt(of: embed),
            isRendered: embed.isRendered)
    }

    private func excerpt(of embed: Embed) -> SourceExcerpt {
        let known = identifiers[embed.path] ?? UserIdentifiers([embed])
        let shown = embed.excerpt.lines.enumerated().map { offset, own in
            let number = embed.excerpt.firstLine + offset
            let line = lines[Line(path: embed.path, isRendered: embed.isRendered, number: number)] ?? own
            let hidden = known.identifiers(in: line, line: number)
            return Snippet(
                text: recorder.masking.masked(snippet: line.text, identifiers: hidden), firstColumn: line.firstColumn)
        }
        return SourceExcerpt(firstLine: embed.excerpt.firstLine, lines: shown)
    }
}

extension LocatedText {
    /// Another text with the same number of scalars, at the same places.
    fileprivate func masked(as shown: String) -> LocatedText {
        guard shown != text else { return self }
        return LocatedText(shown, runs: movedRuns(to: shown), end: end)
    }

    /// The runs with their offsets in the other text, in which a scalar may have fewer bytes.
    private func movedRuns(to shown: String) -> [Run] {
        var moved: [Run] = []
        var waiting = runs[...]
        var offsets = (own: 0, shown: 0)
        for (own, other) in zip(text.unicodeScalars, shown.unicodeScalars) {
            while let run = waiting.first, run.offset <= offsets.own {
                moved.append(Run(offset: offsets.shown, location: run.location))
                waiting.removeFirst()
            }
            offsets.own += UTF8.width(own)
            offsets.shown += UTF8.width(other)
        }
        return moved
    }
}
