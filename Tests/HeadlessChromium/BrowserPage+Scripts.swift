public import Foundation

extension BrowserPage {
    /// The value of a JavaScript expression in a frame's own document, or in the top frame; a promise is waited for.
    ///
    /// - Throws: ``BrowserError/scriptFailed(expression:reason:)`` where it throws, or another ``BrowserError``.
    @discardableResult
    public func evaluate(_ expression: String, in frame: BrowserFrame? = nil) async throws -> JSON {
        try await object(expression, in: frame, byValue: true)["value"]
    }

    /// A picture of the viewport, or of the whole page, one pixel for each CSS pixel.
    ///
    /// - Returns: the bytes of a PNG file.
    /// - Throws: ``BrowserError``
    public func screenshot(wholePage: Bool = false) async throws -> Data {
        var parameters: [String: JSON] = ["format": "png"]
        if wholePage {
            var clip = try await connection.send("Page.getLayoutMetrics", session: session)["cssContentSize"].members
            clip["scale"] = 1
            parameters["clip"] = .object(clip)
            parameters["captureBeyondViewport"] = true
        }
        let result = try await connection.send("Page.captureScreenshot", .object(parameters), session: session)
        guard let data = result["data"].text.flatMap({ Data(base64Encoded: $0) }) else {
            throw BrowserError.refused(method: "Page.captureScreenshot", reason: "no data")
        }
        return data
    }

    /// A remote object for the value of an expression: the value itself, or a reference to it.
    func object(_ expression: String, in frame: BrowserFrame?, byValue: Bool) async throws -> JSON {
        let state = state.value
        let id = frame?.id ?? state.topFrame
        guard let frame = state.frames[id] else { throw BrowserError.noFrame(id: id) }
        var parameters: [String: JSON] = [
            "expression": .string(expression), "returnByValue": .bool(byValue), "awaitPromise": true,
        ]
        if let context = state.context(of: frame) {
            parameters["uniqueContextId"] = .string(context)
        } else {
            // A frame whose own scripts are forbidden need not have a context.
            parameters["contextId"] = try await isolatedWorld(of: frame)
        }
        let result = try await connection.send("Runtime.evaluate", .object(parameters), session: frame.session)
        guard result["exceptionDetails"] == .null else {
            let reason = PageState.reason(result["exceptionDetails"])
            throw BrowserError.scriptFailed(expression: expression, reason: reason)
        }
        return result["result"]
    }

    private func isolatedWorld(of frame: PageState.Frame) async throws -> JSON {
        let parameters: JSON = ["frameId": .string(frame.id), "worldName": "osteolint"]
        let result = try await connection.send("Page.createIsolatedWorld", parameters, session: frame.session)
        return result["executionContextId"]
    }
}
