import Foundation

extension BrowserPage {
    private struct Point {
        var x: Double
        var y: Double
    }

    /// Clicks an element's middle with the mouse, as a user does, so that it counts as the user's activation.
    ///
    /// - Throws: ``BrowserError/noElement(selector:frame:)`` where nothing that can be clicked matches.
    public func click(_ selector: String, in frame: BrowserFrame? = nil) async throws {
        let point = try await middle(of: selector, in: frame)
        for type in ["mouseMoved", "mousePressed", "mouseReleased"] {
            let isMove = type == "mouseMoved"
            let parameters: JSON = [
                "type": .string(type), "x": .number(point.x), "y": .number(point.y),
                "button": isMove ? "none" : "left", "clickCount": isMove ? 0 : 1,
            ]
            _ = try await connection.send("Input.dispatchMouseEvent", parameters, session: session)
        }
    }

    /// Types a key, such as `Tab` or `Enter`, where the focus is.
    ///
    /// - Throws: ``BrowserError``
    public func press(_ key: String) async throws {
        let codes: [String: Double] = ["Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "ArrowUp": 38, "ArrowDown": 40]
        let text: JSON = key == "Enter" ? "\r" : key.count == 1 ? .string(key) : ""
        for type in ["keyDown", "keyUp"] {
            let parameters: JSON = [
                "type": .string(type), "key": .string(key), "code": .string(key == " " ? "Space" : key),
                "windowsVirtualKeyCode": .number(codes[key] ?? 0), "text": type == "keyDown" ? text : "",
            ]
            _ = try await connection.send("Input.dispatchKeyEvent", parameters, session: session)
        }
    }

    /// Where an element is in the viewport of the page, in CSS pixels, once it is scrolled to.
    private func middle(of selector: String, in frame: BrowserFrame?) async throws -> Point {
        let id = frame?.id ?? topFrame
        guard let start = state.value.frames[id] else { throw BrowserError.noFrame(id: id) }
        let missing = BrowserError.noElement(selector: selector, frame: start.url)
        let literal = String(decoding: try JSONEncoder().encode(selector), as: UTF8.self)
        let object = try await object("document.querySelector(\(literal))", in: frame, byValue: false)
        guard let element = object["objectId"].text else { throw missing }
        let node: JSON = ["objectId": .string(element)]
        _ = try? await connection.send("DOM.scrollIntoViewIfNeeded", node, session: start.session)
        try await settle()
        let quads = try? await connection.send("DOM.getContentQuads", node, session: start.session)["quads"].items
        guard let quad = quads?.first?.items.compactMap(\.number), quad.count == 8 else { throw missing }
        var point = Point(
            x: (quad[0] + quad[2] + quad[4] + quad[6]) / 4, y: (quad[1] + quad[3] + quad[5] + quad[7]) / 4)
        let corner = try await corner(of: start)
        point.x += corner.x
        point.y += corner.y
        return point
    }

    /// Where the viewport of a frame's process begins in the page: each process counts from its outermost frame.
    private func corner(of frame: PageState.Frame) async throws -> Point {
        let frames = state.value.frames
        var corner = Point(x: 0, y: 0)
        var frame = frame
        while let parent = frame.parent.flatMap({ frames[$0] }) {
            if parent.session != frame.session {
                let box = try await contentBox(of: frame.id, session: parent.session)
                corner.x += box.x
                corner.y += box.y
            }
            frame = parent
        }
        return corner
    }

    private func contentBox(of frame: String, session: String) async throws -> Point {
        let owner = try await connection.send("DOM.getFrameOwner", ["frameId": .string(frame)], session: session)
        let node: JSON = ["backendNodeId": owner["backendNodeId"]]
        let box = try await connection.send("DOM.getBoxModel", node, session: session)["model"]["content"].items
        guard let x = box.first?.number, let y = box.dropFirst().first?.number else {
            throw BrowserError.noElement(selector: "the frame's own", frame: frame)
        }
        return Point(x: x, y: y)
    }

    /// Waits until what was scrolled is drawn: clicks go where the browser last drew something.
    private func settle() async throws {
        try await evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")
        _ = try await screenshot()
    }
}
