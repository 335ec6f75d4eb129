extension WebURL {
    /// The whole URL (URL Standard, section 4.5).
    public var href: String {
        var text = scheme + ":" + authority + path
        if let query { text += "?" + query }
        if let fragment { text += "#" + fragment }
        return text
    }

    /// The URL's origin (URL Standard, section 4.7): a tuple for http, https, ws, wss and ftp, that of the URL
    /// inside for `blob:`, and otherwise opaque.
    public var origin: Origin {
        switch specialScheme {
        case .file?: .opaque
        case nil: scheme == "blob" ? originOfBlob : .opaque
        default: host.map { .tuple(OriginTuple(scheme: scheme, host: $0, port: port)) } ?? .opaque
        }
    }

    private var originOfBlob: Origin {
        guard let inner = WebURL(path), inner.scheme == "http" || inner.scheme == "https" else { return .opaque }
        return inner.origin
    }

    /// The slashes, credentials, host and port; without a host, what keeps a path of two slashes from being one.
    private var authority: String {
        guard let host else {
            let segments = pathSegments
            return segments.count > 1 && segments.first == "" ? "/." : ""
        }
        return "//" + credentials + host.text + (port.map { ":\($0)" } ?? "")
    }

    private var credentials: String {
        guard !username.isEmpty || !password.isEmpty else { return "" }
        return username + (password.isEmpty ? "" : ":" + password) + "@"
    }
}

extension WebURL: CustomStringConvertible {
    /// The same as `href`.
    public var description: String { href }
}
