import LoopbackServer
import ProgramRuns
import ReportSchema
import Testing

@Suite("osteolint audit: policies of the pages")
struct AuditPagePolicyTests {
    private static let ids =
        "clientId=\(AuditedSite.client)&amp;productId=\(AuditedSite.product)&amp;partnerUserId=\(AuditedSite.user)"

    /// The report of an audit of a page that a server delivers, with a card whose URL is redirected.
    ///
    /// - Parameters:
    ///   - policies: the fields that the page comes with.
    ///   - card: the fields that redirect and card come with.
    /// - Returns: the report.
    /// - Throws: where the program does not run.
    private func report(_ policies: [(String, String)], card: [(String, String)] = []) async throws -> JSONValue {
        let respond: @Sendable (ServerRequest) -> [ServerStep] = { request in
            let path = request.target.prefix { $0 != "?" }
            let html = [("Content-Type", "text/html"), ("Content-Security-Policy", "frame-ancestors https:")]
            switch path {
            case "/course.html":
                let url = "https://\(request.field("host") ?? "")/embed/course?\(Self.ids)"
                let page = "<title>Course</title><iframe title=\"Course\" src=\"\(url)\"></iframe>"
                return [.respond(200, [("Content-Type", "text/html")] + policies, text: page)]
            case "/embed/course":
                return [.respond(302, [("Location", request.target.replacing("course", with: "shown"))] + card)]
            case "/embed/shown": return [.respond(200, html + card, text: "<p>card")]
            default: return [.respond(404)]
            }
        }
        return try await CertificateAuthority.trusted.withFile { authority in
            try await LoopbackServer.serving(respond: respond) { server in
                let folder = try TemporaryFolder()
                let origin = server.origin(host: "localhost")
                try folder.write(
                    ".osteolint.yml",
                    "environment: { name: test, origin: '\(origin)' }\nrendering: snapshot\norigins: ['\(origin)']\n")
                let outcome = try await Command(
                    arguments: ["audit", "--ca-file", authority, "--format", "json", "\(origin)/course.html"],
                    folder: folder.root
                ).run()
                #expect(!outcome.output.contains(AuditedSite.user) && !outcome.errors.contains(AuditedSite.user))
                return try outcome.report()
            }
        }
    }

    private func rules(_ report: JSONValue) -> [String] {
        report["findings"].items.compactMap { $0["rule"].text }.filter { $0.hasPrefix("page-") }.sorted()
    }

    @Test("The fields that a page comes with are judged, and found at the page")
    func fields() async throws {
        let report = try await report([
            ("content-security-policy", "default-src 'none'"), ("Cross-Origin-Embedder-Policy", "require-corp"),
        ])
        #expect(rules(report) == ["page-isolation-blocks-embed", "page-policy-blocks-embed"])
        let places = report["findings"].items.filter { $0["rule"].text?.hasPrefix("page-") == true }
        #expect(places.allSatisfy { $0["path"].text?.hasSuffix("/course.html") == true && $0["line"].integer == nil })
        #expect(places.allSatisfy { $0["embed"].integer == 0 })
    }

    @Test("Paths do not count after a redirect that was seen, and the first URL's does")
    func redirects() async throws {
        #expect(try await rules(report([("Content-Security-Policy", "frame-src localhost:*/embed/course")])) == [])
        #expect(
            try await rules(report([("Content-Security-Policy", "frame-src localhost:*/embed/shown")]))
                == ["page-policy-blocks-embed"])
    }

    @Test("A card that opts in passes a page that asks for it")
    func optIn() async throws {
        let policies = [("Cross-Origin-Embedder-Policy", "require-corp")]
        let card = policies + [("Cross-Origin-Resource-Policy", "cross-origin")]
        #expect(try await rules(report(policies, card: card)) == [])
        #expect(try await rules(report(policies)) == ["page-isolation-blocks-embed"])
    }
}
