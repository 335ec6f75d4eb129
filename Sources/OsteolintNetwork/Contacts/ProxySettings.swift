import AsyncHTTPClient
import WebURL

/// The proxies that the environment names, by the conventions of curl.
///
/// `https_proxy` and `http_proxy` for the schemes, `all_proxy` for the rest, `no_proxy` for what goes straight; in
/// upper case too, but for `HTTP_PROXY`, which a web server may set from a request's field.
public struct ProxySettings: Sendable {
    /// A proxy as the environment names it.
    struct Proxy: Sendable {
        let url: WebURL
        let configuration: HTTPClient.Configuration.Proxy
    }

    /// A variable that osteolint cannot follow.
    public struct Fault: Error, Sendable {
        /// The variable's name.
        public let variable: String
        /// What is wrong, and what to do.
        public let message: String
    }

    /// For each scheme the proxy, or why there is none that can be used.
    private let proxies: [String: Result<Proxy, Fault>]
    private let direct: [String]

    /// Reads the environment.
    ///
    /// - Throws: `Fault` where the variable for https names no proxy that can be used; one for http does no harm until
    ///   a server is asked by http.
    public init(environment: [String: String]) throws(Fault) {
        var proxies: [String: Result<Proxy, Fault>] = [:]
        for (scheme, names) in [
            ("https", ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]),
            ("http", ["http_proxy", "all_proxy", "ALL_PROXY"]),
        ] {
            guard let name = names.first(where: { environment[$0]?.isEmpty == false }) else { continue }
            let text = environment[name] ?? ""
            proxies[scheme] = Result { () throws(Fault) -> Proxy in try Self.proxy(text, in: name) }
        }
        if case .failure(let fault)? = proxies["https"] { throw fault }
        self.proxies = proxies
        let exceptions = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
        direct = exceptions.lowercased().split { $0 == "," || $0 == " " }.map { String($0.trimmingPrefix(".")) }
    }

    /// The proxy that a server is asked through, or nil.
    ///
    /// - Throws: `Fault` where the variable that counts for the server names no proxy that can be used.
    func proxy(for origin: Origin) throws(Fault) -> Proxy? {
        guard let tuple = origin.tuple, let proxy = proxies[tuple.scheme] else { return nil }
        let host = tuple.host.text
        // As curl and browsers do: what is on this machine is not asked through another.
        guard host != "localhost", !host.hasPrefix("127."), host != "[::1]" else { return nil }
        let isDirect = direct.contains { $0 == "*" || host == $0 || host.hasSuffix("." + $0) }
        return try isDirect ? nil : proxy.get()
    }

    /// The host and port of the proxy that a server is asked through, without user information; nil where none is,
    /// or none that can be used.
    func description(for origin: Origin) -> String? {
        guard let proxy = try? proxy(for: origin) else { return nil }
        return "\(proxy.url.hostText ?? ""):\(proxy.configuration.port)"
    }

    private static func proxy(_ text: String, in variable: String) throws(Fault) -> Proxy {
        let example = "write it as http://proxy.example:3128"
        guard let url = WebURL(text.contains("://") ? text : "http://" + text), let host = url.host?.text, !host.isEmpty
        else { throw Fault(variable: variable, message: "is no URL; \(example)") }
        let hasUser = !url.username.isEmpty || !url.password.isEmpty
        let name = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        switch url.scheme {
        case "http":
            let port = Int(url.port ?? (text.hasSuffix(":80") || text.hasSuffix(":80/") ? 80 : 1080))
            var configuration = HTTPClient.Configuration.Proxy.server(host: name, port: port)
            if hasUser {
                configuration.authorization = .basic(
                    username: Self.decoded(url.username), password: Self.decoded(url.password))
            }
            return Proxy(url: url, configuration: configuration)
        case "socks5", "socks5h", "socks":
            guard !hasUser else {
                throw Fault(
                    variable: variable,
                    message: "holds a user name or password, which osteolint cannot send to a SOCKS proxy; leave it out"
                )
            }
            return Proxy(url: url, configuration: .socksServer(host: name, port: Int(url.port ?? 1080)))
        default:
            throw Fault(variable: variable, message: "names a proxy of the scheme \(url.scheme); \(example)")
        }
    }

    private static func decoded(_ text: String) -> String {
        String(decoding: PercentEncoding.decode(text) as [UInt8], as: UTF8.self)
    }
}
