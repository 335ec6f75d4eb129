/// One of two renders of the same pages.
public struct Render: Sendable {
    /// How it was named.
    let name: String
    /// The paths of its pages below what was named, as reports show them; a single page has an empty one, since it is
    /// matched whatever it is called.
    let paths: Set<String>
    /// Those of them that were read to their end.
    let readPaths: Set<String>
    /// The embeds that a browser loads, or will after consent, by the path of their page, in source order.
    let embeds: [String: [Embed]]

    /// Makes a render of a folder.
    ///
    /// - Parameters:
    ///   - name: how the folder was named.
    ///   - paths: the paths of its pages below it, as reports show them.
    ///   - readPaths: those of them that were read to their end.
    ///   - pages: the pages that could hold an embed, sorted by path.
    public init(name: String, paths: some Sequence<String>, readPaths: some Sequence<String>, pages: [LintedPage]) {
        self.init(name, Set(paths), Set(readPaths), Dictionary(grouping: pages, by: \.sitePath))
    }

    /// Makes a render of a single page, which is matched whatever it is called.
    ///
    /// - Parameters:
    ///   - name: how the page was named.
    ///   - wasRead: whether it was read to its end.
    ///   - page: the page, if it could hold an embed.
    public init(name: String, wasRead: Bool, page: LintedPage?) {
        self.init(name, [""], wasRead ? [""] : [], ["": page.map { [$0] } ?? []])
    }

    private init(_ name: String, _ paths: Set<String>, _ readPaths: Set<String>, _ pages: [String: [LintedPage]]) {
        self.name = name
        self.paths = paths
        self.readPaths = readPaths
        embeds = pages.mapValues { pages in pages.flatMap(\.embeds).filter { $0.state != .inert } }
    }
}
