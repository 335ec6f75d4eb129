public import WebURL

extension SourceExpression {
    /// Why the expression does not match an ancestor, or nil where it does.
    ///
    /// - Parameters:
    ///   - ancestor: the origin of a page above the frame.
    ///   - embedURL: the URL of the response that the policy came with; `'self'` and sources without scheme mean it.
    ///   - wasRedirected: whether the response came after a redirect; paths are ignored then.
    /// - Returns: the first reason that a browser finds.
    public func mismatch(_ ancestor: Origin, embedURL: WebURL, wasRedirected: Bool = false) -> SourceMismatch? {
        SourceMatcher(own: MatchTarget(embedURL), wasRedirected: wasRedirected, reading: .browser)
            .mismatch(self, MatchTarget(ancestor))
    }

    /// Why the expression does not match a URL that a page loads, or nil where it does.
    ///
    /// - Parameters:
    ///   - url: what is loaded, such as the URL of a frame that `frame-src` is asked about; its path counts.
    ///   - pageURL: the URL of the page that the policy came with; `'self'` and sources without scheme mean it.
    ///   - wasRedirected: whether the URL is what a redirect led to; paths are ignored then.
    /// - Returns: the first reason that a browser finds.
    public func mismatch(_ url: WebURL, pageURL: WebURL, wasRedirected: Bool = false) -> SourceMismatch? {
        SourceMatcher(own: MatchTarget(pageURL), wasRedirected: wasRedirected, reading: .browser)
            .mismatch(self, MatchTarget(url))
    }

    /// Why the expression can never match an ancestor, or nil where it can.
    public var deadness: DeadSource? {
        switch kind {
        case .selfKeyword, .anything: nil
        case .none: DeadSource.none
        case .scheme(let scheme): Self.isPageScheme(scheme) ? nil : .scheme(scheme)
        case .host(let host): host.deadness
        case .ignoredKeyword: .keyword
        case .invalid(let reason): .invalid(reason)
        }
    }

    /// How the expression lets everyone in, or nil where it does not.
    public var breadth: BroadSource? {
        switch kind {
        case .anything: .everyone
        case .scheme("http"): .everyone
        case .scheme("https"): .everyHTTPSPage
        case .host(let host): deadness == nil ? host.breadth : nil
        case .selfKeyword, .none, .scheme, .ignoredKeyword, .invalid: nil
        }
    }

    fileprivate static func isPageScheme(_ scheme: String) -> Bool {
        scheme == "https" || scheme == "http"
    }
}

extension HostSource {
    fileprivate var deadness: DeadSource? {
        if let scheme, !SourceExpression.isPageScheme(scheme) { return .scheme(scheme) }
        if case .number(let number) = port, number > UInt16.max { return .port(number) }
        if let path, path != "/" { return .path }
        // A wildcard's host is only the end of one, so nothing can be said of it.
        guard !isWildcard else { return nil }
        let canonical = (try? Host(host))?.text
        return canonical == host ? nil : .host(canonical: canonical)
    }

    fileprivate var breadth: BroadSource? {
        guard isWildcard else { return nil }
        guard !host.isEmpty else { return .everyHost }
        let labels = host.hasSuffix(".") ? host.dropLast() : host[...]
        return labels.contains(".") ? nil : .topLevelDomain(host)
    }
}
