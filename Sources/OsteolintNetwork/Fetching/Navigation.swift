import NIOHTTP1
public import WebURL

/// For whom a URL is fetched, which decides what a browser would send along.
public enum Navigation: Sendable, Hashable {
    /// A frame in a page of this origin.
    case frame(in: Origin)
    /// A page of its own, as a visitor opens it from the address bar.
    case page
}

extension Navigation {
    /// The origin of the page that holds the frame.
    var embedder: Origin? {
        guard case .frame(let origin) = self else { return nil }
        return origin
    }

    /// The fields that Chromium sends with such a request (Fetch Metadata Request Headers, section 2; Referrer Policy,
    /// section 3, "strict-origin-when-cross-origin").
    ///
    /// - Parameters:
    ///   - url: the URL that is asked now.
    ///   - earlier: the URLs of the redirects that led there.
    ///   - userAgent: how the fetcher names itself.
    /// - Returns: the fields.
    func fields(for url: WebURL, after earlier: [WebURL], userAgent: String) -> HTTPHeaders {
        var fields: HTTPHeaders = [
            "User-Agent": userAgent,
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Language": "en",
            "Upgrade-Insecure-Requests": "1",
            "Sec-Fetch-Mode": "navigate",
        ]
        switch self {
        case .page:
            fields.add(name: "Sec-Fetch-Dest", value: "document")
            fields.add(name: "Sec-Fetch-Site", value: "none")
            fields.add(name: "Sec-Fetch-User", value: "?1")
        case .frame(let origin):
            fields.add(name: "Sec-Fetch-Dest", value: "iframe")
            fields.add(name: "Sec-Fetch-Site", value: Self.site(of: [origin] + (earlier + [url]).map(\.origin)))
            // From a secure page to one that is not, a browser does not tell where it comes from.
            if let tuple = origin.tuple, tuple.scheme != "https" || url.scheme == "https" {
                fields.add(name: "Referer", value: tuple.serialized + "/")
            }
        }
        return fields
    }

    /// How the first origin relates to all others: the farthest relation counts.
    private static func site(of origins: [Origin]) -> String {
        let others = origins.dropFirst()
        if others.allSatisfy({ $0.isSameOrigin(as: origins[0]) }) { return "same-origin" }
        return others.allSatisfy { $0.isSameSite(as: origins[0]) } ? "same-site" : "cross-site"
    }
}

extension Origin {
    /// Whether both belong to one registrable domain (HTML Standard, section 7.1.1.1, "schemelessly same site").
    ///
    /// Osteocom's hosts are the only ones that share one with an embed, so that a list of public suffixes is not needed.
    fileprivate func isSameSite(as other: Origin) -> Bool {
        guard let tuple, let another = other.tuple, tuple.scheme == another.scheme else { return false }
        let (left, right) = (tuple.host.text, another.host.text)
        return left == right || [left, right].allSatisfy { $0 == "osteocom.me" || $0.hasSuffix(".osteocom.me") }
    }
}
