import WebURL

/// The other of two hosts of which one has `www` in front, and which visitors take for one.
enum TwinHost {
    /// Second-level domains below which, in a country's domain, names are registered.
    private static let registries: Set = [
        "ac", "co", "com", "edu", "go", "gob", "gov", "gv", "ltd", "me", "ne", "net", "nom", "or", "org", "plc", "sch",
    ]

    /// The origin of the twin, serialised, or nil where a host has none: an address, or `lms.partner.com`.
    static func origin(_ url: WebURL) -> String? {
        guard case .domain(let domain)? = url.host, let twin = twin(of: domain) else { return nil }
        return OriginTuple(scheme: url.scheme, host: .domain(twin), port: url.port).serialized
    }

    private static func twin(of domain: String) -> String? {
        let labels = domain.split(separator: ".")
        if labels.first == "www" { return labels.count > 2 ? String(domain.dropFirst(4)) : nil }
        guard labels.count > 1, PreviewHosting.isShared(domain) == false else { return nil }
        let isBelowRegistry =
            labels[labels.count - 1].count == 2 && registries.contains(String(labels[labels.count - 2]))
        return labels.count == (isBelowRegistry ? 3 : 2) && !HostReach.isPrivate(.domain(domain))
            && !HostReach.isLoopback(.domain(domain)) ? "www." + domain : nil
    }
}
