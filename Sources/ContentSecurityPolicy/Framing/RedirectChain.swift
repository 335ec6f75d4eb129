public import WebURL

/// The responses that an embed's URL led to, each with the URL that it came from.
public struct RedirectChain: Sendable, Hashable {
    /// Why responses make no chain.
    public enum Fault: Error, Sendable, Hashable {
        /// There is no response at all.
        case noResponse
        /// The location of the response at this position, from zero, is no http or https URL.
        case location(String, position: Int)
    }

    /// The URLs of the responses, in order.
    public let urls: [WebURL]
    /// The responses; only the last one says who may frame the embed.
    public let hops: [RecordedHop]
    /// Whether a redirect was followed on the way to the last response.
    ///
    /// A response before another that is no redirect, such as a 401, was asked for again at the same URL.
    public let wasRedirected: Bool

    /// Follows the responses from the embed's URL.
    ///
    /// - Throws: `Fault`.
    public init(from embedURL: WebURL, _ hops: [RecordedHop]) throws(Fault) {
        guard !hops.isEmpty else { throw .noResponse }
        var urls = [embedURL]
        var url = embedURL
        for (position, hop) in hops.dropLast().enumerated() {
            if hop.isRedirect, let location = hop.location {
                guard let next = WebURL(location, base: url), next.scheme == "https" || next.scheme == "http" else {
                    throw .location(location, position: position)
                }
                url = next
            }
            urls.append(url)
        }
        self.urls = urls
        self.hops = hops
        wasRedirected = hops.dropLast().contains(where: \.isRedirect)
    }

    /// The question whether the last response may be shown below these pages, outermost first.
    ///
    /// - Parameters:
    ///   - ancestors: the origins of the pages.
    ///   - additional: fields that the last response has besides its own.
    /// - Returns: the question, ready to be decided.
    public func question(below ancestors: [Origin], additional: [ResponseField] = []) -> FramingQuestion {
        FramingQuestion(
            embedURL: urls[urls.count - 1], wasRedirected: wasRedirected,
            fields: hops[hops.count - 1].fields + additional,
            ancestors: ancestors)
    }
}
