extension SourceMismatch {
    /// Why, in words that follow the expression.
    public var reason: String {
        switch self {
        case .opaqueOrigin: "matches no opaque origin (a sandboxed or data: page)"
        case .scheme: "is for another scheme"
        case .host: "is another host"
        case .apex: "stands for hosts below this one, not for this host itself"
        case .port: "is for another port"
        case .upgrade: "is for http, and stands for https too only without this port"
        case .path: "has a path, and a page is compared by its origin alone"
        case .dead(let reason): reason.reason
        }
    }
}

extension DeadSource {
    /// Why, in words that follow the expression.
    public var reason: String {
        switch self {
        case .path: "has a path, and a page is compared by its origin alone; leave the path out"
        case .scheme(let scheme): "is for `\(scheme):`, under which no page is served"
        case .host(nil): "names a host that no browser accepts"
        case .host(let canonical?): "names a host that browsers write `\(canonical)`; write it so"
        case .port(let port): "names port \(port), which does not exist"
        case .none: "matches nothing, and means nothing beside other expressions"
        case .keyword: "means nothing in `frame-ancestors`"
        case .invalid(let reason): reason.reason
        }
    }
}

extension InvalidSource {
    /// Why, in words that follow the token.
    public var reason: String {
        switch self {
        case .hostCharacter: "is skipped: it holds a character that stands in no host"
        case .emptyLabel: "is skipped: it has no host, or an empty part between two dots"
        case .wildcard: "is skipped: `*` may stand only alone or before the first dot"
        case .port: "is skipped: what follows the colon is no port"
        case .scheme: "is skipped: what stands before the colon is no scheme, or a slash is missing after it"
        case .ipv6: "is skipped: policies know no IPv6 addresses"
        case .quoted: "is skipped: quotation marks stand only round keywords"
        }
    }
}

extension BroadSource {
    /// Who is let in, in words that follow the expression.
    public var reason: String {
        switch self {
        case .everyone: "lets every page of the web in"
        case .everyHTTPSPage: "lets every page served over https in"
        case .everyHost: "lets every host in"
        case .topLevelDomain(let domain): "lets all of `.\(domain)` in"
        }
    }
}
