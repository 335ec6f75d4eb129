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
    /// Why nothing can be decided from it; nil where it is the embed's own answer, or the page.
    public let failure: FetchFailure?
    /// How long it took; nil where nothing was asked, or nobody measured.
    public let time: ResponseTime?
    /// What of it decides on framing; nil where nothing can be decided.
    let framing: FramingFields?

    /// Makes a response.
    public init(url: WebURL, origin: Origin?, hops: [ResponseHop], ending: Ending, time: ResponseTime? = nil) {
        self.url = url
        self.origin = origin
        self.hops = hops
        self.time = time
        switch ending {
        case .failed(let failure):
            self.failure = failure
            self.ending = ending
        case .answered(let body):
            let isPage = origin == nil
            failure = hops.last.flatMap { isPage ? Self.failure(ofPage: $0) : AnswerCheck(hop: $0, body: body).failure }
            self.ending = isPage ? ending : .answered(body: [])
        }
        framing = failure == nil ? FramingFields(hops) : nil
    }

    /// Makes a response of which it is known whether it is the embed's own answer, since its content was looked at.
    ///
    /// - Parameters:
    ///   - url: the URL that was asked first.
    ///   - origin: the origin in whose name it was asked.
    ///   - hops: the responses in order.
    ///   - failure: why nothing can be decided from it; nil where the last response is the embed's own.
    ///   - time: how long it took.
    public init(url: WebURL, origin: Origin?, hops: [ResponseHop], failure: FetchFailure?, time: ResponseTime?) {
        self.url = url
        self.origin = origin
        self.hops = hops
        self.failure = failure
        self.time = time
        ending = failure.map(Ending.failed) ?? .answered(body: [])
        framing = failure == nil ? FramingFields(hops) : nil
    }

    /// Why nothing can be decided from it, in a sentence; a redirect that led there is named.
    public var failureMessage: String? {
        guard let failure else { return nil }
        guard let last = hops.last, last.isRedirect, let target = last.field("location"),
            let origin = WebURL(target, base: last.url)?.origin, origin != .opaque
        else { return failure.message }
        return "it is redirected to \(origin.serialized), and \(failure.message)"
    }

    /// A partner's page may say anything, so only its status counts.
    private static func failure(ofPage hop: ResponseHop) -> FetchFailure? {
        200..<300 ~= hop.status ? nil : .pageStatus(hop.status)
    }
}
