/// A request that a page made.
public struct SeenRequest: Hashable, Sendable {
    /// The browser's name of the request, which redirects share.
    public let id: String
    /// The URL without its fragment.
    public let url: String
    /// `GET`, `POST` and so on.
    public let method: String
    /// What it was made for, in the browser's words: `Document`, `Script`, `Image`, `Fetch` and so on.
    public let type: String
    /// The frame that made it, or for a document the frame that it is meant for; nil where the browser does not tell.
    public let frame: String?
}
