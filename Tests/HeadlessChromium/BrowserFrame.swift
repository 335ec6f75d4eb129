/// A frame of a page, as it was when it was asked for.
public struct BrowserFrame: Hashable, Sendable {
    /// The browser's name of the frame, which stays the same from document to document.
    public let id: String
    /// The frame that it stands in; nil for the top frame.
    public let parent: String?
    /// The URL of its document, or the URL that was asked for where the browser shows an error page instead.
    public let url: String
    /// Whether the browser shows an error page of its own: a policy forbids the frame, or nothing answers.
    public let isBlocked: Bool
    /// Why the last load failed, such as `net::ERR_BLOCKED_BY_RESPONSE`; nil where it did not.
    public let failure: String?
    /// Whether the frame is in another process than its parent, because it is of another site.
    public let isOutOfProcess: Bool
    /// The text of the document's body as shown; nil where the frame is blocked.
    public internal(set) var text: String?
}
