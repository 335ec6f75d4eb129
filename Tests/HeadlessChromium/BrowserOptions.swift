/// How a browser is started.
public struct BrowserOptions: Sendable {
    /// What host names resolve to, in the words of Chromium's `--host-resolver-rules`,
    /// such as `MAP * 127.0.0.1:8080`; nil resolves as the system does.
    public var hostResolverRules: String?
    /// Whether a certificate that nobody vouches for is accepted.
    public var ignoresCertificateErrors = false
    /// The width of the viewport in CSS pixels, which are pixels of a screenshot too.
    public var width = 1280
    /// The height of the viewport in CSS pixels.
    public var height = 800
    /// Whether pages are told that the user prefers dark colours (`prefers-color-scheme`).
    public var prefersDark = false
    /// Whether every site has a process of its own, so that a frame of another site is out of process.
    public var isolatesSites = true
    /// The longest wait for anything: an answer, a page, a navigation.
    public var limit = Duration.seconds(30)

    /// What a test wants that wants nothing special.
    public init() {}

    /// Loopback servers are meant as they are: no upgrade to HTTPS, no question before a local address is reached.
    private static let disabledFeatures = [
        "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "LocalNetworkAccessChecks",
        "MediaRouter", "OptimizationHints", "Translate",
    ]

    private static let always = [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--no-default-browser-check", "--disable-background-networking", "--disable-component-update",
        "--disable-default-apps", "--disable-extensions", "--disable-sync", "--disable-breakpad",
        "--disable-crash-reporter", "--metrics-recording-only", "--mute-audio", "--no-proxy-server",
        "--password-store=basic", "--use-mock-keychain", "--hide-scrollbars", "--remote-debugging-pipe",
    ]

    /// The arguments of the browser's command line.
    func arguments(profile: String) -> [String] {
        var features = Self.disabledFeatures
        var arguments = Self.always + ["--user-data-dir=\(profile)", "--window-size=\(width),\(height)"]
        if let hostResolverRules { arguments.append("--host-resolver-rules=\(hostResolverRules)") }
        if ignoresCertificateErrors { arguments.append("--ignore-certificate-errors") }
        if isolatesSites {
            arguments.append("--site-per-process")
        } else {
            arguments.append("--disable-site-isolation-trials")
            features += ["IsolateOrigins", "site-per-process"]
        }
        arguments.append("--disable-features=" + features.joined(separator: ","))
        return arguments
    }
}
