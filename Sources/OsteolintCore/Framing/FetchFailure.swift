/// Why a URL gave no answer from which anything can be decided.
public enum FetchFailure: Error, Sendable, Hashable {
    /// Nobody named the host, so it is not contacted.
    case hostNotAllowed(host: String)
    /// The user named the host, but not this port of it.
    case portNotAllowed(host: String)
    /// The scheme is none that osteolint talks.
    case schemeNotAllowed(scheme: String)
    /// The name stands for an address inside somebody's network.
    case addressNotPublic(host: String, address: String)
    /// The name stands for no address.
    case unresolved(host: String)
    /// Nobody answers at the address, or the connection broke.
    case unreachable(host: String, detail: String)
    /// The certificate is not valid for the host, or the handshake failed.
    case tls(host: String, detail: String)
    /// Nothing came, or not all of it, in this many seconds.
    case timedOut(seconds: Double)
    /// What came is no HTTP.
    case notHTTP(detail: String)
    /// The connection ended in the middle.
    case cutOff
    /// The content is larger than this many bytes.
    case tooLarge(limit: Int)
    /// More redirects in a row than this.
    case tooManyRedirects(limit: Int)
    /// A redirect without a `Location` that is a URL.
    case badRedirect(location: String?)
    /// 429.
    case rateLimited(retryAfter: String?)
    /// 401 or 403.
    case forbidden(status: Int)
    /// 5xx.
    case serverError(status: Int)
    /// Any other status that is not a success.
    case unexpectedStatus(Int)
    /// A page was answered with a status that is not a success.
    case pageStatus(Int)
    /// A success without content.
    case empty(status: Int)
    /// A success that is no HTML.
    case notHTML(contentType: String)
    /// The page of a firewall or of a bot check.
    case challenge(by: String)
    /// The bound on requests was reached before.
    case requestLimit(Int)
    /// The host answered 429 so often that it was not asked any more.
    case hostRateLimits(host: String)
    /// An endpoint that answers itself redirects to this URL.
    case redirected(to: String)
    /// An endpoint's answer is not what its documentation says.
    case notDocumented(detail: String)
    /// The API refused the partner's credentials with this status.
    case loginRefused(status: Int)
    /// The bound on requests to product-status was reached before.
    case statusLimit(Int)
    /// It would have been this many seconds, or more, until it could be asked.
    case waitLimit(seconds: Double)
    /// The run was interrupted before.
    case interrupted
}

extension FetchFailure {
    /// The reason in a report's closed list.
    public var reason: Failure.Reason {
        switch self {
        case .hostNotAllowed, .portNotAllowed, .schemeNotAllowed: .hostRefused
        case .addressNotPublic: .addressRefused
        case .unresolved: .unresolvedHost
        case .unreachable, .cutOff: .unreachable
        case .tls: .tls
        case .timedOut: .timedOut
        case .notHTTP: .notHTTP
        case .tooLarge: .tooLarge
        case .tooManyRedirects, .badRedirect, .redirected: .redirect
        case .rateLimited, .hostRateLimits: .rateLimited
        case .forbidden: .forbidden
        case .serverError: .serverError
        case .unexpectedStatus, .pageStatus: .unexpectedStatus
        case .empty: .emptyAnswer
        case .notHTML, .challenge: .notTheEmbed
        case .notDocumented: .notDocumented
        case .loginRefused: .noCatalogue
        case .requestLimit, .statusLimit: .requestLimit
        case .waitLimit: .waitLimit
        case .interrupted: .interrupted
        }
    }

    /// Whether the same question may be answered a moment later.
    public var isPassing: Bool {
        switch self {
        case .unresolved, .unreachable, .tls, .timedOut, .notHTTP, .cutOff, .rateLimited, .forbidden, .serverError,
            .empty, .notHTML, .challenge, .hostRateLimits:
            true
        // Request Timeout and Too Early.
        case .unexpectedStatus(let status): status == 408 || status == 425
        case .hostNotAllowed, .portNotAllowed, .schemeNotAllowed, .addressNotPublic, .tooLarge, .tooManyRedirects,
            .badRedirect, .redirected, .notDocumented, .pageStatus, .loginRefused, .requestLimit, .statusLimit,
            .waitLimit,
            .interrupted:
            false
        }
    }

    /// Why, in a sentence, and what to do.
    public var message: String {
        switch self {
        case .hostNotAllowed(let host):
            "\(host) is not asked: it is neither Osteocom's host nor one that you named"
        case .portNotAllowed(let host):
            "\(host) is not asked: it is another port than that of the URL that you named"
        case .schemeNotAllowed(let scheme):
            "\(scheme) is not asked: only https is, unless you name an http URL yourself"
        case .addressNotPublic(let host, let address):
            "\(host) stands for \(address), an address inside a private network, and is not asked"
        case .unresolved(let host):
            "\(host) stands for no address; is the name right, and is there a network?"
        case .unreachable(let host, let detail): "no connection to \(host): \(detail)"
        case .tls(let host, let detail):
            "no secure connection to \(host): \(detail); --ca-file names a further authority to trust"
        case .timedOut(let seconds): "no complete answer within \(Self.shown(seconds)) seconds; --timeout gives more"
        case .notHTTP(let detail): "what came is no HTTP: \(detail)"
        case .cutOff: "the connection ended in the middle of the answer"
        case .tooLarge(let limit): "the answer is larger than \(limit) bytes"
        case .tooManyRedirects(let limit): "more than \(limit) redirects in a row"
        case .badRedirect(nil): "a redirect without a Location"
        case .badRedirect(let location?): "a redirect to `\(location)`, which is no URL"
        case .rateLimited(nil): "429: too many requests from this address; try again later"
        case .rateLimited(let after?): "429: too many requests from this address; Retry-After says `\(after)`"
        case .forbidden(let status):
            "\(status): the host or a firewall before it refused, which says nothing about the card"
        case .serverError(let status): "\(status): the host has a fault of its own; try again later"
        case .unexpectedStatus(let status): "\(status), where an answer with 200 was due"
        case .pageStatus(let status): "the page was answered with status \(status); is the address right?"
        case .empty(let status): "\(status) without any content, where an answer was due"
        case .notHTML(let contentType): "`\(contentType)` instead of HTML; this is not the card"
        case .challenge(let name): "a page of \(name) came in the answer's place; ask from another network"
        case .requestLimit(let limit): "not asked: the bound of \(limit) requests was reached; --max-fetches raises it"
        case .redirected(let target): "a redirect to `\(target)`, where an answer was due; nothing was asked there"
        case .notDocumented(let detail): "the answer is not what Osteocom documents: \(detail)"
        case .loginRefused(let status):
            "\(status): the API refused the credentials; are the clientId and OSTEOCOM_CLIENT_SECRET those of this "
                + "environment?"
        case .statusLimit(let limit):
            "not asked: the bound of \(limit) product-status requests was reached; --max-requests raises it, "
                + "--resume goes on next time"
        case .waitLimit(let seconds):
            "not asked: it would have had to wait for more than the \(Self.shown(seconds)) seconds "
                + "of --max-wait; --resume goes on next time"
        case .hostRateLimits(let host): "not asked: \(host) answered 429 several times in a row; try again later"
        case .interrupted: "the run was interrupted before an answer came"
        }
    }

    private static func shown(_ seconds: Double) -> String {
        seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
    }
}
