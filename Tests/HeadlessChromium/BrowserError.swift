/// Why the browser could not do what a test asked.
public enum BrowserError: Error, CustomStringConvertible {
    /// The system refused a call that starting the browser needs.
    case system(call: String, reason: String)
    /// The browser is gone; `output` is the end of what it wrote to standard error.
    case ended(output: String)
    /// The page's process has crashed.
    case crashed
    /// Something did not happen in time; `seen` is what was known by then.
    case timedOut(awaited: String, limit: Duration, seen: String)
    /// The browser answered a command with an error.
    case refused(method: String, reason: String)
    /// The top frame could not load a document; `reason` is one of Chromium's net errors.
    case notLoaded(url: String, reason: String)
    /// A script threw.
    case scriptFailed(expression: String, reason: String)
    /// No element of a frame matches a selector, or none that has a box.
    case noElement(selector: String, frame: String)
    /// There is no such frame any more.
    case noFrame(id: String)

    /// What went wrong, as a plain line.
    public var description: String {
        switch self {
        case .system(let call, let reason): "\(call): \(reason)"
        case .ended(let output): "the browser has ended: \(output)"
        case .crashed: "the page has crashed"
        case .timedOut(let awaited, let limit, let seen): "no \(awaited) within \(limit), seen: \(seen)"
        case .refused(let method, let reason): "\(method) is refused: \(reason)"
        case .notLoaded(let url, let reason): "\(url) is not loaded: \(reason)"
        case .scriptFailed(let expression, let reason): "\(reason), thrown by \(expression)"
        case .noElement(let selector, let frame): "no box of an element \(selector) in \(frame)"
        case .noFrame(let id): "no frame \(id)"
        }
    }
}
