/// A running headless browser.
public final class Browser: Sendable {
    private let process: BrowserProcess
    private let connection: DevToolsConnection
    private let options: BrowserOptions

    init(process: BrowserProcess, options: BrowserOptions) {
        self.process = process
        self.options = options
        connection = DevToolsConnection(socket: process.socket, limit: options.limit)
        connection.start()
    }

    deinit {
        process.end()
        connection.shutDown()
    }

    /// The id of the browser's process, which is the id of its process group too.
    public var processID: Int32 { process.id }

    /// The folder of the browser's profile, which is removed at the end.
    public var profilePath: String { process.profile.path }

    /// Waits for the first sign of life.
    func greet() async throws {
        do { _ = try await connection.send("Browser.getVersion") } catch BrowserError.ended {
            throw BrowserError.ended(output: process.profile.lastOutput())
        }
    }

    /// Opens an empty page.
    ///
    /// - Throws: ``BrowserError`` where the browser is gone or does not answer.
    public func newPage() async throws -> BrowserPage {
        let target = try await connection.send("Target.createTarget", ["url": "about:blank"])["targetId"].text ?? ""
        let parameters: JSON = ["targetId": .string(target), "flatten": true]
        let session = try await connection.send("Target.attachToTarget", parameters)["sessionId"].text ?? ""
        let page = BrowserPage(connection: connection, target: target, session: session, options: options)
        try await page.prepare()
        return page
    }

    /// Opens a page and waits until it and all its frames are loaded.
    ///
    /// - Throws: ``BrowserError`` where the page cannot be loaded.
    public func open(_ url: String) async throws -> BrowserPage {
        let page = try await newPage()
        try await page.open(url)
        return page
    }

    /// Ends the browser, its processes and its profile; a second time does nothing.
    public func close() async {
        // Asked first, the browser waits for its own processes; what is left after that is killed.
        connection.post("Browser.close")
        try? await connection.waitForEnd(within: .seconds(5))
        process.end()
        connection.shutDown()
    }
}
