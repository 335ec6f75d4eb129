extension FetchFailure {
    /// A failure taken apart: a code, and what it holds, so that it can be written down and read again.
    public struct Evidence: Sendable, Hashable {
        /// Which failure it is.
        public var code: String
        /// The host that it is about.
        public var host: String?
        /// A text that came from the server, from the system or from a URL.
        public var detail: String?
        /// A status code (RFC 9110, section 15).
        public var status: Int?
        /// A bound: bytes, redirects or requests.
        public var limit: Int?
        /// A time in seconds.
        public var seconds: Double?

        /// Makes evidence of its parts.
        public init(
            _ code: String, host: String? = nil, detail: String? = nil, status: Int? = nil, limit: Int? = nil,
            seconds: Double? = nil
        ) {
            self.code = code
            self.host = host
            self.detail = detail
            self.status = status
            self.limit = limit
            self.seconds = seconds
        }
    }

    /// The failure taken apart.
    public var evidence: Evidence {
        switch self {
        case .hostNotAllowed(let host): Evidence("host-not-allowed", host: host)
        case .portNotAllowed(let host): Evidence("port-not-allowed", host: host)
        case .schemeNotAllowed(let scheme): Evidence("scheme-not-allowed", detail: scheme)
        case .addressNotPublic(let host, let address): Evidence("address-not-public", host: host, detail: address)
        case .unresolved(let host): Evidence("unresolved", host: host)
        case .unreachable(let host, let detail): Evidence("unreachable", host: host, detail: detail)
        case .tls(let host, let detail): Evidence("tls", host: host, detail: detail)
        case .timedOut(let seconds): Evidence("timed-out", seconds: seconds)
        case .notHTTP(let detail): Evidence("not-http", detail: detail)
        case .cutOff: Evidence("cut-off")
        case .tooLarge(let limit): Evidence("too-large", limit: limit)
        case .tooManyRedirects(let limit): Evidence("too-many-redirects", limit: limit)
        case .badRedirect(let location): Evidence("bad-redirect", detail: location)
        case .rateLimited(let retryAfter): Evidence("rate-limited", detail: retryAfter)
        case .forbidden(let status): Evidence("forbidden", status: status)
        case .serverError(let status): Evidence("server-error", status: status)
        case .unexpectedStatus(let status): Evidence("unexpected-status", status: status)
        case .pageStatus(let status): Evidence("page-status", status: status)
        case .empty(let status): Evidence("empty", status: status)
        case .notHTML(let contentType): Evidence("not-html", detail: contentType)
        case .challenge(let name): Evidence("challenge", detail: name)
        case .requestLimit(let limit): Evidence("request-limit", limit: limit)
        case .hostRateLimits(let host): Evidence("host-rate-limits", host: host)
        case .redirected(let target): Evidence("redirected", detail: target)
        case .notDocumented(let detail): Evidence("not-documented", detail: detail)
        case .loginRefused(let status): Evidence("login-refused", status: status)
        case .statusLimit(let limit): Evidence("status-limit", limit: limit)
        case .waitLimit(let seconds): Evidence("wait-limit", seconds: seconds)
        case .interrupted: Evidence("interrupted")
        }
    }

    /// Puts a failure together again; nil where the code is not known, or what belongs to it is missing.
    public init?(_ evidence: Evidence) {
        let text = evidence.detail
        switch (evidence.code, evidence.host, evidence.status, evidence.limit, evidence.seconds) {
        case ("host-not-allowed", let host?, _, _, _): self = .hostNotAllowed(host: host)
        case ("port-not-allowed", let host?, _, _, _): self = .portNotAllowed(host: host)
        case ("unresolved", let host?, _, _, _): self = .unresolved(host: host)
        case ("host-rate-limits", let host?, _, _, _): self = .hostRateLimits(host: host)
        case ("address-not-public", let host?, _, _, _): self = .addressNotPublic(host: host, address: text ?? "")
        case ("unreachable", let host?, _, _, _): self = .unreachable(host: host, detail: text ?? "")
        case ("tls", let host?, _, _, _): self = .tls(host: host, detail: text ?? "")
        case ("forbidden", _, let status?, _, _): self = .forbidden(status: status)
        case ("server-error", _, let status?, _, _): self = .serverError(status: status)
        case ("unexpected-status", _, let status?, _, _): self = .unexpectedStatus(status)
        case ("page-status", _, let status?, _, _): self = .pageStatus(status)
        case ("empty", _, let status?, _, _): self = .empty(status: status)
        case ("login-refused", _, let status?, _, _): self = .loginRefused(status: status)
        case ("too-large", _, _, let limit?, _): self = .tooLarge(limit: limit)
        case ("too-many-redirects", _, _, let limit?, _): self = .tooManyRedirects(limit: limit)
        case ("request-limit", _, _, let limit?, _): self = .requestLimit(limit)
        case ("status-limit", _, _, let limit?, _): self = .statusLimit(limit)
        case ("timed-out", _, _, _, let seconds?): self = .timedOut(seconds: seconds)
        case ("wait-limit", _, _, _, let seconds?): self = .waitLimit(seconds: seconds)
        default: self.init(ofText: evidence)
        }
    }

    private init?(ofText evidence: Evidence) {
        let text = evidence.detail
        switch evidence.code {
        case "scheme-not-allowed": self = .schemeNotAllowed(scheme: text ?? "")
        case "not-http": self = .notHTTP(detail: text ?? "")
        case "cut-off": self = .cutOff
        case "bad-redirect": self = .badRedirect(location: text)
        case "rate-limited": self = .rateLimited(retryAfter: text)
        case "not-html": self = .notHTML(contentType: text ?? "")
        case "challenge": self = .challenge(by: text ?? "")
        case "redirected": self = .redirected(to: text ?? "")
        case "not-documented": self = .notDocumented(detail: text ?? "")
        case "interrupted": self = .interrupted
        default: return nil
        }
    }
}
