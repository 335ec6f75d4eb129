import Foundation
public import OsteolintCore
import WebURL

/// Runs the scripts of pages in a headless Chromium, each page with a server, a browser and a profile of its own.
public struct PageRenderer: Sendable {
    /// What became of a page.
    public struct Rendered: Sendable {
        /// The page as the browser serialised it, in UTF-8; shadow trees are not in it.
        public let markup: [UInt8]
        /// The paths below the site's folder of the files that the page has loaded.
        public let files: Set<String>
    }

    private static let unknownHost = "page.invalid"
    /// What Chromium shows in place of a document that it could not load.
    private static let errorPage = Data(#"<div id="main-frame-error""#.utf8)
    /// What there is of a document without anything.
    private static let emptyPage = "<html><head></head><body></body></html>"

    private let program: BrowserProgram
    private let allowedHosts: [String]
    private let limits: RenderLimits
    private let origin: (host: String, port: UInt16)
    private let identity: ServerIdentity

    /// Makes a renderer.
    ///
    /// - Parameters:
    ///   - program: the browser.
    ///   - allowedHosts: hosts that pages may reach beside their own, in their ASCII form.
    ///   - limits: what a page may take.
    ///   - configuration: tells the origin that pages think they are served from.
    /// - Throws: what the cryptography library does.
    public init(
        program: BrowserProgram, allowedHosts: [String], limits: RenderLimits, configuration: Configuration
    ) throws {
        self.program = program
        self.allowedHosts = allowedHosts
        self.limits = limits
        origin = Self.origin(configuration)
        identity = try ServerIdentity(host: origin.host, at: .now)
    }

    /// The first declared origin with a name, always of https: what a page makes of its own URL is then what it makes
    /// of it where it is served.
    private static func origin(_ configuration: Configuration) -> (host: String, port: UInt16) {
        for declared in configuration.origins {
            guard let url = WebURL(declared.text), case .domain(let name)? = url.host, url.isSpecial else { continue }
            return (name, url.scheme == "https" ? url.port ?? 443 : 443)
        }
        return (unknownHost, 443)
    }

    /// Renders a page; waits until that is done.
    ///
    /// - Parameters:
    ///   - page: the page.
    ///   - folder: the site that it belongs to, which is all that its scripts can reach.
    ///   - isInterrupted: whether nobody waits for it any more; asked several times a second.
    /// - Returns: what became of it.
    /// - Throws: `RenderFailure`.
    public func render(
        _ page: SitePage, in folder: SiteFolder, isInterrupted: @escaping @Sendable () -> Bool
    ) throws(RenderFailure) -> Rendered {
        let site = ServedSite(page, in: folder)
        let closedPort = try ClosedPort()
        let server = try SiteServer(site, identity)
        defer { server.stop() }
        let profile = try BrowserProfile()
        defer { profile.remove() }
        let arguments = arguments(server: server.port, closed: closedPort.number, profile.path)
        let run = BrowserRun(
            program: program, arguments: arguments.words(url: url(of: page)), profile: profile,
            watch: BrowserWatch(limits, from: .now), isInterrupted: isInterrupted)
        let markup = try run.output()
        withExtendedLifetime(closedPort) {}
        try Self.check(markup, site)
        return Rendered(markup: markup, files: site.files)
    }

    private func arguments(server: Int, closed: Int, _ profile: String) -> BrowserArguments {
        // A quarter is the page's own, so that one that never rests, or is never loaded, is still given back.
        let quarter = Int(limits.time.components.seconds) * 250
        return BrowserArguments(
            host: origin.host, port: origin.port, serverPort: server, closedPort: closed, allowedHosts: allowedHosts,
            keyPin: identity.keyPin, profile: profile, time: quarter,
            isRoot: geteuid() == 0)
    }

    private func url(of page: SitePage) -> String {
        "https://\(origin.host)" + (origin.port == 443 ? "" : ":\(origin.port)") + page.path
    }

    /// Whether what came back is the page, and not another document.
    private static func check(_ markup: [UInt8], _ site: ServedSite) throws(RenderFailure) {
        guard site.wasHandedOut else { throw .nothing }
        guard Data(markup).range(of: errorPage) == nil else { throw .left }
        let text = String(decoding: markup.prefix(emptyPage.utf8.count + 2), as: UTF8.self)
        guard text.trimmingCharacters(in: .whitespacesAndNewlines) != emptyPage else { throw .empty }
    }
}
