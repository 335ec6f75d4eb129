public import WebURL

/// What came of asking a URL as a frame of one origin would.
public struct EmbedResponse: Sendable {
    /// How the asking ended.
    public enum Ending: Sendable {
        /// A response that is no redirect came, as the last of the hops.
        ///
        /// `body` is what was read of its content, decoded; at the most `FetchLimits.body` bytes.
        case answered(body: [UInt8])
        /// No final response came.
        case failed(FetchFailure)
    }

    /// The URL that was asked first.
    public let url: WebURL
    /// The origin in whose name it was asked; nil where a page was asked for, as by a visitor.
    public let origin: Origin?
    /// The responses in order.
    public let hops: [ResponseHop]
    /// How it ended.
    public let ending: Ending

    /// Makes a response.
    public init(url: WebURL, origin: Origin?, hops: [ResponseHop], ending: Ending) {
        self.url = url
        self.origin = origin
        self.hops = hops
        self.ending = ending
    }

    /// Why nothing can be decided from it; nil where it is the embed's own answer.
    public var failure: FetchFailure? {
        switch ending {
        case .failed(let failure): failure
        case .answered(let body): hops.last.flatMap { AnswerCheck(hop: $0, body: body).failure }
        }
    }
}
