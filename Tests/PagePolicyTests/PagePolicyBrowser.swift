import HeadlessChromium
import LoopbackServer
import Testing

/// Asks a real Chromium what it does about cases.
struct PagePolicyBrowser {
    private static let batch = 24

    /// The cases with the verdicts of a browser.
    static func decided(_ cases: [PagePolicyCase]) async throws -> [PagePolicyCase] {
        let chromium = try #require(Chromium.find())
        let site = PagePolicySite(cases)
        return try await LoopbackServer.serving(.plain, respond: site.respond) { plain in
            try await LoopbackServer.serving(.tls(.valid), respond: site.respond) { secure in
                var options = BrowserOptions()
                options.ignoresCertificateErrors = true
                options.hostResolverRules = [80: plain.port, 443: secure.port, 8443: secure.port, 8080: plain.port]
                    .map { "MAP *:\($0) 127.0.0.1:\($1)" }.sorted().joined(separator: ", ")
                return try await chromium.withBrowser(options) { try await decide(cases, in: $0) }
            }
        }
    }

    private static func decide(_ cases: [PagePolicyCase], in browser: Browser) async throws -> [PagePolicyCase] {
        var verdicts: [String: PagePolicyCase.Verdict] = [:]
        for scheme in ["https", "http"] {
            let alike = cases.filter { $0.pageURL.hasPrefix(scheme + ":") }
            for start in stride(from: 0, to: alike.count, by: batch) {
                let some = Array(alike[start..<min(start + batch, alike.count)])
                let page = try await browser.open(PagePolicySite.url(of: some, scheme: scheme))
                let frames = try await page.frames()
                for sample in some { verdicts[sample.id] = try verdict(of: sample, frames) }
            }
        }
        return cases.map { sample in
            var sample = sample
            sample.verdict = verdicts[sample.id]
            return sample
        }
    }

    /// The card shows in the last frame below the case's page; a browser makes no frame for a plug-in that it blocks.
    private static func verdict(of sample: PagePolicyCase, _ frames: [BrowserFrame]) throws -> PagePolicyCase.Verdict {
        let page = try #require(frames.first { $0.url.hasSuffix("?page=" + sample.id) }, "no page of \(sample.id)")
        #expect(!page.isBlocked, "the page of \(sample.id)")
        var innermost = page
        while let child = frames.first(where: { $0.parent == innermost.id }) { innermost = child }
        guard innermost.id != page.id else {
            #expect(!sample.markup.contains("<iframe"), "no frame in \(sample.id)")
            return .blocked
        }
        return innermost.isBlocked || innermost.text?.contains("card") != true ? .blocked : .allowed
    }
}
