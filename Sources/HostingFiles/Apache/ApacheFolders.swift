import OsteolintCore

/// The `.htaccess` files of a site, which act together: what one says counts in its folder and below, and what a deeper
/// one sets takes the place of what those above have set.
struct ApacheFolders: Sendable {
    /// The files by their folders as shown in reports.
    private var files: [String: ApacheFile] = [:]
    /// Those that the configuration names, which are about all pages.
    private var common: [ApacheFile] = []

    var isEmpty: Bool { files.isEmpty && common.isEmpty }

    /// Adds a file.
    mutating func add(_ file: ApacheFile, path: String, isForAllPages: Bool) {
        if isForAllPages { common.append(file) } else { files[Placement.folder(of: path)] = file }
    }

    /// What a page gets.
    func fields(of page: HostedPage) -> GivenFields {
        let around = Self.foldersAround(page.path).compactMap { files[$0] }
        let name = Array(page.path.utf8.split(separator: UInt8(ascii: "/")).last ?? page.path[...].utf8)
        var given = ApacheFields()
        let active = common + around
        for file in active { for directive in file.directives { given.take(directive) } }
        for file in active {
            for directive in file.fileDirectives where directive.files.allSatisfy({ $0.matches(name) }) {
                given.take(directive)
            }
        }
        return given.all
    }

    /// The folders around a page, the outermost first.
    private static func foldersAround(_ path: String) -> [String] {
        var folders = [Placement.folder(of: path)]
        while let last = folders.last, !last.isEmpty, last != ".." { folders.append(Placement.folder(of: last)) }
        // Such a path leads out of the folder that paths are relative to.
        if path.hasPrefix("/") || path.hasPrefix("../") { folders.removeAll { $0.isEmpty } }
        return folders.reversed()
    }
}
