import OsteolintCore

/// Which pages a hosting file is about, and under which paths they are served.
struct Placement: Sendable {
    /// The folder of the file as shown in reports; empty for the folder that paths are relative to.
    private let folder: String
    /// The folder that is served, where the file names it and pages lie there.
    private let output: String?
    /// Whether the configuration names the file, so that it is about all pages.
    private let isForAllPages: Bool

    /// Finds the place of a file.
    ///
    /// - Parameters:
    ///   - path: the file as shown in reports.
    ///   - outputFolder: what the file says is served, relative to its own folder.
    ///   - isForAllPages: whether the configuration names it.
    ///   - site: says where pages lie.
    init(of path: String, outputFolder: String?, isForAllPages: Bool, in site: HostedSite) {
        let folder = Self.folder(of: path)
        self.folder = folder
        self.isForAllPages = isForAllPages
        let output = outputFolder.map { Self.joined(folder, $0) }
        self.output = output.flatMap { $0 != folder && site.hasPage(in: $0) ? $0 : nil }
    }

    /// The path of a page below what is served, in UTF-8 without a slash in front; nil for a page that the file is not
    /// about.
    func servedPath(of page: HostedPage) -> Substring.UTF8View? {
        if let output, let path = Self.path(page.path, below: output) { return path }
        if isForAllPages { return page.sitePath[...].utf8 }
        return output == nil ? Self.path(page.path, below: folder) : nil
    }

    /// The folder of a file; empty where there is none.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return String(path[..<slash])
    }

    private static func path(_ path: String, below folder: String) -> Substring.UTF8View? {
        guard !folder.isEmpty else { return path.hasPrefix("/") || path.hasPrefix("../") ? nil : path[...].utf8 }
        let rest = path.utf8.dropFirst(folder.utf8.count)
        guard path.utf8.starts(with: folder.utf8), rest.first == UInt8(ascii: "/") else { return nil }
        return Substring(rest.dropFirst()).utf8
    }

    /// A folder below another; `.` and slashes too many left out.
    private static func joined(_ folder: String, _ name: String) -> String {
        let parts = name.split(separator: "/").filter { $0 != "." }
        return ((folder.isEmpty ? [] : [folder[...]]) + parts).joined(separator: "/")
    }
}
