/// Something that the browser tells unasked.
struct DevToolsEvent: Sendable {
    /// The event's name, such as `Page.frameNavigated`.
    let method: String
    let parameters: JSON
    /// The session that it belongs to: a page, or a frame of another process in it; nil for the browser's own.
    let session: String?
}
