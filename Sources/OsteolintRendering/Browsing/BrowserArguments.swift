/// The arguments that a browser is started with, so that it reaches the page's own server and nothing else.
///
/// Names lead nowhere but those that are allowed. Addresses need no name, so that everything else goes to a proxy at a
/// port where nobody listens; and WebRTC, which knows ways around a proxy, may take none of them.
struct BrowserArguments {
    /// The host of the page's URL.
    let host: String
    /// The port of the page's URL.
    let port: UInt16
    /// The loopback port at which the page's server listens.
    let serverPort: Int
    /// A loopback port at which nobody listens.
    let closedPort: Int
    /// Further hosts that the page may reach, in their ASCII form.
    let allowedHosts: [String]
    /// The fingerprint of the server's key: SHA-256 in Base64.
    let keyPin: String
    /// The folder for all that the browser keeps.
    let profile: String
    /// How long the page may take to load, and how much of its own time its scripts get then, which passes at once
    /// while nothing happens; in milliseconds.
    let time: Int
    /// Whether the browser runs as root, which its own sandbox does not allow.
    let isRoot: Bool

    private static let always = [
        "--headless", "--dump-dom", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--no-default-browser-check", "--disable-background-networking", "--disable-component-update",
        "--disable-default-apps", "--disable-extensions", "--disable-sync", "--disable-breakpad",
        "--disable-crash-reporter", "--disable-domain-reliability", "--disable-client-side-phishing-detection",
        "--metrics-recording-only", "--mute-audio", "--password-store=basic", "--use-mock-keychain", "--disable-quic",
        "--block-new-web-contents", "--webrtc-ip-handling-policy=disable_non_proxied_udp",
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp", "--js-flags=--max-old-space-size=512",
        "--disable-features=MediaRouter,OptimizationHints,Translate,DialMediaRouteProvider,LocalNetworkAccessChecks",
    ]

    /// The arguments in order, the URL last.
    func words(url: String) -> [String] {
        Self.always + (isRoot ? ["--no-sandbox"] : []) + [
            "--user-data-dir=\(profile)", "--timeout=\(time)", "--virtual-time-budget=\(time)",
            "--host-resolver-rules=\(resolverRules)", "--proxy-server=http://127.0.0.1:\(closedPort)",
            "--proxy-bypass-list=\(bypassList)", "--ignore-certificate-errors-spki-list=\(keyPin)", url,
        ]
    }

    private var resolverRules: String {
        (["MAP \(host):\(port) 127.0.0.1:\(serverPort)", "MAP * ~NOTFOUND"] + otherHosts.map { "EXCLUDE \($0)" })
            .joined(separator: ", ")
    }

    /// The hosts allowed but the page's own, which is this machine while the page is rendered.
    private var otherHosts: [String] { allowedHosts.filter { $0 != host } }

    /// What does not go to the proxy; `<-loopback>` is there since loopback addresses would not go there either.
    private var bypassList: String {
        (["<-loopback>", "\(host):\(port)"] + otherHosts).joined(separator: ";")
    }
}
