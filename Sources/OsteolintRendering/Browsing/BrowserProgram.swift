import Foundation

/// A Chromium that is installed.
public struct BrowserProgram: Sendable, Hashable {
    /// The names under which systems install it, the most usual first.
    public static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]

    /// The path of its program.
    public let path: String

    private init(path: String) { self.path = path }

    /// Finds a browser.
    ///
    /// - Parameters:
    ///   - named: a path, or a name to look for instead of the usual ones; nil for these.
    ///   - searchPath: the folders to look for names in, separated by colons, as in `PATH`.
    /// - Returns: nil where there is none that can be run.
    public static func find(named: String? = nil, in searchPath: String) -> BrowserProgram? {
        if let named, named.contains("/") { return isProgram(named) ? BrowserProgram(path: named) : nil }
        let folders = searchPath.split(separator: ":")
        let paths = (named.map { [$0] } ?? names).lazy.flatMap { name in folders.lazy.map { "\($0)/\(name)" } }
        return paths.first(where: isProgram).map(BrowserProgram.init(path:))
    }

    private static func isProgram(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        return exists && !isFolder.boolValue && access(path, X_OK) == 0
    }
}
