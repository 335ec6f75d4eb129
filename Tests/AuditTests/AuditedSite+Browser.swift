import HeadlessChromium
import Testing

extension AuditedSite {
    /// A browser for which every host but localhost stands for the sandbox.
    func chromium(_ body: (Browser) async throws -> Void) async throws {
        var options = BrowserOptions()
        options.hostResolverRules =
            "MAP *.partner.example:443 127.0.0.1:\(port), MAP portal.example:443 127.0.0.1:\(port)"
        options.ignoresCertificateErrors = true
        let chromium = try #require(Chromium.find())
        try await chromium.withBrowser(options, body)
    }
}

extension BrowserPage {
    /// What a card shows once it has its answer; nothing in a frame that holds no card.
    func card(in frame: BrowserFrame) async throws -> String? {
        let state = """
            new Promise((tell) => {
              const root = document.documentElement;
              const look = () => { if (root.dataset.osteocomCard !== "loading") tell(root.dataset.osteocomCard) };
              new MutationObserver(look).observe(root, { attributes: true });
              look();
            })
            """
        return try await evaluate(state, in: frame).text
    }
}
