/// Holds source expressions against targets (CSP 3, section 6.7.2, "match URL to source expression").
struct SourceMatcher: Sendable, Hashable {
    /// The response that the policy came with, which is what `'self'` means.
    let own: MatchTarget
    /// Whether the response came after a redirect; browsers ignore paths then.
    let ignoresPaths: Bool
    let reading: Reading

    init(own: MatchTarget, wasRedirected: Bool, reading: Reading) {
        self.own = own
        ignoresPaths = wasRedirected && reading == .browser
        self.reading = reading
    }

    /// Why an expression does not match a target, or nil where it does.
    func mismatch(_ source: SourceExpression, _ target: MatchTarget?) -> SourceMismatch? {
        switch source.kind {
        case .none: return .dead(.none)
        case .ignoredKeyword: return .dead(.keyword)
        case .invalid(let reason): return .dead(.invalid(reason))
        case .selfKeyword, .anything, .scheme, .host: break
        }
        guard let target else { return .opaqueOrigin }
        switch source.kind {
        case .selfKeyword: return selfMismatch(target)
        case .anything: return isNetworkScheme(target.scheme) || own.scheme == target.scheme ? nil : .scheme
        case .scheme(let scheme): return schemeFit(scheme, target) == nil ? .scheme : nil
        case .host(let host): return mismatch(host, target)
        case .none, .ignoredKeyword, .invalid: return nil
        }
    }

    private func isNetworkScheme(_ scheme: String) -> Bool {
        scheme == "https" || scheme == "http" || (reading == .browser && (scheme == "wss" || scheme == "ws"))
    }

    private func mismatch(_ source: HostSource, _ target: MatchTarget) -> SourceMismatch? {
        if reading == .standards, source.hasQueryOrFragment { return .path }
        guard let scheme = schemeFit(source.scheme ?? own.scheme, target) else { return .scheme }
        if let mismatch = hostMismatch(source, target.host) { return mismatch }
        if let mismatch = portMismatch(source, scheme, target) { return mismatch }
        return ignoresPaths || PathPattern.matches(source.path, target.path) ? nil : .path
    }

    private func hostMismatch(_ source: HostSource, _ host: String) -> SourceMismatch? {
        guard source.isWildcard else {
            guard source.host == host else { return .host }
            return reading == .standards && isAddress(host) && host != "127.0.0.1" ? .host : nil
        }
        if source.host.isEmpty { return nil }
        let (pattern, host) = (source.host.utf8, host.utf8)
        guard host.count > pattern.count + 1, host.suffix(pattern.count).elementsEqual(pattern) else {
            return host.elementsEqual(pattern) ? .apex : .host
        }
        return host.dropLast(pattern.count).last == .dot ? nil : .host
    }

    /// Whether a host that a URL shows is an IPv4 address: no domain ends in a digit alone.
    private func isAddress(_ host: String) -> Bool {
        host.utf8.allSatisfy { $0.isASCIIDigit || $0 == .dot }
    }

    private enum Fit {
        case exact
        /// A default or `*` where a port is compared.
        case open
        case upgrade
    }

    /// How a scheme fits (CSP 3, section 6.7.2.9), or nil where it does not.
    private func schemeFit(_ scheme: String, _ target: MatchTarget) -> Fit? {
        if scheme == target.scheme { return .exact }
        if scheme == "http", target.scheme == "https" { return .upgrade }
        if scheme == "ws", target.scheme == "wss" { return .upgrade }
        guard reading == .standards else { return nil }
        if scheme == "ws", target.scheme == "http" || target.scheme == "https" { return .upgrade }
        return scheme == "wss" && target.scheme == "https" ? .upgrade : nil
    }

    private func portMismatch(_ source: HostSource, _ scheme: Fit, _ target: MatchTarget) -> SourceMismatch? {
        guard let port = portFit(source, target) else { return .port }
        if reading == .standards {
            return port == .upgrade && !((source.scheme ?? own.scheme) == "http" && scheme == .upgrade) ? .port : nil
        }
        if scheme == .upgrade, port == .exact { return .upgrade }
        return port == .upgrade && scheme != .upgrade ? .port : nil
    }

    /// How a port fits (CSP 3, section 6.7.2.11), or nil where it does not.
    private func portFit(_ source: HostSource, _ target: MatchTarget) -> Fit? {
        switch source.port {
        case .any: return .open
        case .none:
            if target.port == Self.defaultPort(target.scheme) { return .open }
            // `http://h` stands for port 80, and so for 443 after an upgrade.
            return target.port == 443 && source.scheme.flatMap(Self.defaultPort) == 80 ? .upgrade : nil
        case .number(let number):
            if target.port.map(Int.init) == number { return .exact }
            return number == 80 && target.port == 443 ? .upgrade : nil
        }
    }

    private static func defaultPort(_ scheme: String) -> UInt16? {
        switch scheme {
        case "https", "wss": 443
        case "http", "ws": 80
        default: nil
        }
    }

    /// `'self'` is the own origin with its port named; the standards also let both have their default ports.
    private func selfMismatch(_ target: MatchTarget) -> SourceMismatch? {
        guard reading == .standards else { return mismatch(ownSource, target) }
        guard own.host == target.host else { return .host }
        let hasDefaults = own.port == Self.defaultPort(own.scheme) && target.port == Self.defaultPort(target.scheme)
        guard own.port == target.port || hasDefaults else { return .port }
        return own.scheme == target.scheme || target.scheme == "https" || target.scheme == "wss" ? nil : .scheme
    }

    private var ownSource: HostSource {
        HostSource(
            scheme: own.scheme, host: own.host, isWildcard: false, port: own.port.map { .number(Int($0)) } ?? .none,
            path: nil, hasQueryOrFragment: false)
    }
}
