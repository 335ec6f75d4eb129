/// A page of a browser, with all its frames.
public final class BrowserPage: Sendable {
    let connection: DevToolsConnection
    let options: BrowserOptions
    let session: String
    let state: Watched<PageState>

    init(connection: DevToolsConnection, target: String, session: String, options: BrowserOptions) {
        self.connection = connection
        self.options = options
        self.session = session
        // A page's top frame bears the name of its target.
        state = Watched(PageState(topFrame: target, topSession: session)) { $0.summary }
    }

    /// The page's messages so far, of all frames.
    public var messages: [ConsoleMessage] { state.value.messages }

    /// The page's requests so far, of all frames, one for each redirect.
    public var requests: [SeenRequest] { state.value.requests }

    /// The name of the top frame.
    public var topFrame: String { state.value.topFrame }

    /// Loads a URL in the top frame, and waits until it and all frames in it are loaded.
    ///
    /// - Throws: ``BrowserError/notLoaded(url:reason:)`` where the top frame gets an error page, or another
    ///   ``BrowserError``. A frame below it that is blocked is no error.
    public func open(_ url: String) async throws {
        let result = try await connection.send("Page.navigate", ["url": .string(url)], session: session)
        if let reason = result["errorText"].text { throw BrowserError.notLoaded(url: url, reason: reason) }
        let loader = result["loaderId"].text
        _ = try await wait(for: "load of \(url)") { state in
            (loader == nil || state.frames[state.topFrame]?.loader == loader) && state.isLoaded
        }
    }

    /// Does something that makes the top frame go elsewhere, and waits until the new page is loaded.
    ///
    /// - Returns: the top frame, which is blocked where the browser shows an error page.
    /// - Throws: ``BrowserError/timedOut(awaited:limit:seen:)`` where the top frame stays, and what `action` throws.
    public func waitForNavigation(after action: () async throws -> Void) async throws -> BrowserFrame {
        let count = state.value.topDocumentCount
        try await action()
        let state = try await wait(for: "navigation of the top frame") { $0.topDocumentCount > count && $0.isLoaded }
        guard let top = state.frames[state.topFrame] else { throw BrowserError.noFrame(id: state.topFrame) }
        return try await withText(frame(top, in: state))
    }

    /// Waits until a message holds a text, also where that was before; nil is the browser's limit.
    ///
    /// - Throws: ``BrowserError/timedOut(awaited:limit:seen:)``
    public func waitForMessage(
        containing text: String, within limit: Duration? = nil
    ) async throws -> ConsoleMessage {
        let isMeant: @Sendable (ConsoleMessage) -> Bool = { $0.text.contains(text) }
        let state = try await wait(for: "message with \(text)", within: limit) { $0.messages.contains(where: isMeant) }
        guard let message = state.messages.first(where: isMeant) else { throw BrowserError.crashed }
        return message
    }

    /// Waits until all frames are loaded, such as those that a script has just made.
    ///
    /// - Throws: ``BrowserError/timedOut(awaited:limit:seen:)``
    public func waitUntilLoaded() async throws {
        _ = try await wait(for: "end of loading") { $0.isLoaded }
    }

    /// All frames of the page, the top frame and then the oldest first, with their texts.
    ///
    /// - Throws: ``BrowserError`` where a frame goes away meanwhile.
    public func frames() async throws -> [BrowserFrame] {
        let state = try await refreshed()
        var frames: [BrowserFrame] = []
        for frame in state.framesByAge { frames.append(try await withText(self.frame(frame, in: state))) }
        return frames
    }

    /// The first frame whose URL begins with a text.
    ///
    /// - Throws: ``BrowserError/noFrame(id:)``
    public func frame(at prefix: String) async throws -> BrowserFrame {
        let state = try await refreshed()
        let frames = state.framesByAge.map { frame($0, in: state) }
        guard let frame = frames.first(where: { $0.url.hasPrefix(prefix) }) else {
            throw BrowserError.noFrame(id: prefix)
        }
        return try await withText(frame)
    }

    /// The state with the documents that began before their session did, of which no event tells.
    private func refreshed() async throws -> PageState {
        for session in state.value.sessions {
            // A session that ends meanwhile takes its frames with it.
            guard let result = try? await connection.send("Page.getFrameTree", session: session) else { continue }
            state.update { $0.setTree(result["frameTree"], session: session) }
        }
        return state.value
    }

    private func withText(_ frame: BrowserFrame) async throws -> BrowserFrame {
        guard !frame.isBlocked else { return frame }
        var frame = frame
        let text = "document.body ? document.body.innerText : document.documentElement?.textContent ?? ''"
        frame.text = try await evaluate(text, in: frame).text
        return frame
    }

    private func frame(_ frame: PageState.Frame, in state: PageState) -> BrowserFrame {
        let parent = frame.parent.flatMap { state.frames[$0] }
        return BrowserFrame(
            id: frame.id, parent: frame.parent, url: frame.unreachableURL ?? frame.url,
            isBlocked: frame.unreachableURL != nil || frame.url.hasPrefix("chrome-error:"),
            failure: frame.loader.flatMap { state.failures[$0] },
            isOutOfProcess: parent.map { $0.session != frame.session } ?? false)
    }

    func wait(
        for awaited: String, within limit: Duration? = nil, until isOver: @escaping @Sendable (PageState) -> Bool
    ) async throws -> PageState {
        try await state.wait(for: awaited, within: limit ?? options.limit, until: isOver)
    }
}
