extension BrowserPage {
    /// Starts to listen, and sets the page up.
    func prepare() async throws {
        connection.observe { [weak self] in self?.receive($0) }
        for (method, parameters) in Self.commands(options) {
            _ = try await connection.send(method, parameters, session: session)
        }
        let size: JSON = [
            "width": .number(Double(options.width)), "height": .number(Double(options.height)),
            "deviceScaleFactor": 1, "mobile": false,
        ]
        _ = try await connection.send("Emulation.setDeviceMetricsOverride", size, session: session)
        let tree = try await connection.send("Page.getFrameTree", session: session)
        state.update { $0.setTree(tree["frameTree"], session: session) }
    }

    /// What every session of the page is told first: the top frame's, and that of each frame in another process.
    private static func commands(_ options: BrowserOptions) -> [(String, JSON)] {
        let scheme: JSON = ["name": "prefers-color-scheme", "value": options.prefersDark ? "dark" : "light"]
        return [
            ("Page.enable", [:]),
            ("Page.setLifecycleEventsEnabled", ["enabled": true]),
            ("Runtime.enable", [:]),
            ("Network.enable", [:]),
            ("Log.enable", [:]),
            ("DOM.enable", [:]),
            ("Inspector.enable", [:]),
            ("Emulation.setEmulatedMedia", ["features": [scheme]]),
            ("Target.setAutoAttach", ["autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true]),
        ]
    }

    private func receive(_ event: DevToolsEvent?) {
        guard let event else { return state.fail(BrowserError.ended(output: "while the page was open")) }
        guard let session = event.session, state.value.sessions.contains(session) else { return }
        // Set up before it is told of, so that whoever waits for a frame can use its session.
        if event.method == "Target.attachedToTarget" { setUp(event.parameters) }
        state.update { $0.apply(event) }
        switch event.method {
        case "Page.javascriptDialogOpening":
            // A dialog would hold up everything else.
            connection.post("Page.handleJavaScriptDialog", ["accept": true], session: session)
        case "Inspector.targetCrashed": state.fail(BrowserError.crashed)
        default: break
        }
    }

    /// Sets up what has just been attached, which waits for that, and lets it go on.
    private func setUp(_ parameters: JSON) {
        guard let child = parameters["sessionId"].text else { return }
        if parameters["targetInfo"]["type"].text == "iframe" {
            for (method, parameters) in Self.commands(options) { connection.post(method, parameters, session: child) }
        }
        connection.post("Runtime.runIfWaitingForDebugger", session: child)
    }
}
