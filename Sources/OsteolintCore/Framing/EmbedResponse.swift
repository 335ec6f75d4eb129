public import WebURL

/// What came of asking a URL as a frame of one origin would.
public struct EmbedResponse: Sendable {
    /// How the asking ended.
    public enum Ending: Sendable {
        /// A response that is no redirect came, as the last of the hops.
        ///
        /// `body` is its content; that of an embed is looked at once and not kept.
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
    /// Why nothing can be decided from it; nil where it is the embed's own answer.
    public let failure: FetchFailure?
    /// What of it decides on framing; nil where nothing can be decided.
    let framing: FramingFields?

    /// Makes a response.
    public init(url: WebURL, origin: Origin?, hops: [ResponseHop], ending: Ending) {
        self.url = url
        self.origin = origin
        self.hops = hops
        switch ending {
        case .failed(let failure):
            self.failure = failure
            self.ending = ending
        case .answered(let body):
            failure = hops.last.flatMap { AnswerCheck(hop: $0, body: body).failure }
            self.ending = origin == nil ? ending : .answered(body: [])
        }
        framing = failure == nil ? FramingFields(hops) : nil
    }
}
