/// What is known of the site besides its hosting files.
public struct HostedSite: Sendable {
    /// The paths of its pages as shown in reports, sorted by their bytes.
    private let pages: [String]
    /// The origins that host it, serialised; empty where none is declared.
    let origins: [String]

    /// Makes a site from the paths of its pages as shown in reports, and the declared origins, serialised.
    public init(pages: [String], origins: [String]) {
        self.pages = pages.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        self.origins = origins
    }

    /// Whether a page lies in a folder or below.
    func hasPage(in folder: String) -> Bool {
        let start = folder + "/"
        var low = 0
        var high = pages.count
        while low < high {
            let middle = (low + high) / 2
            if pages[middle].utf8.lexicographicallyPrecedes(start.utf8) { low = middle + 1 } else { high = middle }
        }
        return low < pages.count && pages[low].utf8.starts(with: start.utf8)
    }
}
