public import Foundation

/// A Chromium that is installed.
public struct Chromium: Sendable {
    /// The path of its program.
    public let path: String

    /// The names under which systems install it, the most usual first.
    private static let names = [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "headless_shell",
    ]

    /// What a test says where there is none.
    public static let missing = "no Chromium in PATH or OSTEOLINT_CHROMIUM, so nothing is held against a browser"

    /// Finds Chromium: the file that `OSTEOLINT_CHROMIUM` names where that is set, else the first of its names in `PATH`.
    ///
    /// - Returns: nil where there is none, or where the variable names no program.
    public static func find(in environment: [String: String] = ProcessInfo.processInfo.environment) -> Chromium? {
        if let path = environment["OSTEOLINT_CHROMIUM"], !path.isEmpty {
            return isProgram(path) ? Chromium(path: path) : nil
        }
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        let paths = names.lazy.flatMap { name in folders.lazy.map { "\($0)/\(name)" } }
        return paths.first(where: isProgram).map(Chromium.init(path:))
    }

    /// Starts a browser, hands it over, and ends it whether or not that throws.
    ///
    /// - Throws: ``BrowserError`` where it does not start, and what `body` throws.
    public func withBrowser<Result>(
        _ options: BrowserOptions = BrowserOptions(), _ body: (Browser) async throws -> Result
    ) async throws -> Result {
        let browser = try await start(options)
        do {
            let result = try await body(browser)
            await browser.close()
            return result
        } catch {
            await browser.close()
            throw error
        }
    }

    /// Starts a browser, which ends at ``Browser/close()`` or with the last reference to it.
    ///
    /// - Throws: ``BrowserError`` where it does not start.
    public func start(_ options: BrowserOptions = BrowserOptions()) async throws -> Browser {
        let browser = Browser(process: try BrowserProcess(path: path, options: options), options: options)
        try await browser.greet()
        return browser
    }

    private static func isProgram(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        return exists && !isFolder.boolValue && access(path, X_OK) == 0
    }
}
