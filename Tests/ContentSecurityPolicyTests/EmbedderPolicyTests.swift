import ContentSecurityPolicy
import Testing
import WebURL

@Suite("Cross-Origin-Embedder-Policy")
struct EmbedderPolicyTests {
    private let page: WebURL
    private let card: WebURL

    init() throws {
        page = try WebURL(parsing: "https://learn.partner.example/course")
        card = try WebURL(parsing: "https://www.osteocom.me/embed/course")
    }

    @Test("The field is one token with parameters; several fields are none")
    func values() {
        #expect(EmbedderPolicy(["require-corp; report-to=\"x\""]) == .requireCORP)
        #expect(EmbedderPolicy([" credentialless "]) == .credentialless)
        #expect(EmbedderPolicy(["require-corp", "require-corp"]) == .unsafeNone)
        #expect(EmbedderPolicy(["Require-Corp"]) == .unsafeNone)
        #expect(EmbedderPolicy([]) == .unsafeNone && EmbedderPolicy([""]) == .unsafeNone)
    }

    @Test(
        "Broken values mean nothing, however they end",
        arguments: [
            "require-corp;", "require-corp;a=", "require-corp;a=\"", "require-corp;a=\"\\", "require-corp;a=:",
            "require-corp;a=?",
            "require-corp;a=-", "require-corp;a=:=====:", "require-corp;a=(1)", "\"require-corp\"", "require-corp\u{0}",
        ])
    func broken(_ value: String) {
        #expect(EmbedderPolicy([value]) == .unsafeNone)
    }

    @Test(
        "It counts in a secure context only",
        arguments: [
            ("https://a.example/", true), ("http://a.example/", false), ("http://localhost:8080/", true),
            ("http://127.0.0.1/", true), ("http://[::1]/", true), ("http://127.0.0.1.example/", false),
            ("http://app.localhost/", true),
        ])
    func contexts(_ sample: (url: String, counts: Bool)) throws {
        let policy = EmbedderPolicy(["require-corp"], at: try WebURL(parsing: sample.url))
        #expect(policy.isIsolating == sample.counts)
    }

    @Test("A document opts in with both fields, and each redirect with its own")
    func refusals() {
        let embedder = ResponseField(name: "Cross-Origin-Embedder-Policy", value: "require-corp")
        let resource = ResponseField(name: "cross-origin-resource-policy", value: " cross-origin ")
        #expect(EmbedderRefusal.of([], in: page) == .noEmbedderPolicy)
        #expect(EmbedderRefusal.of([(card, [resource])], in: page) == .noEmbedderPolicy)
        #expect(EmbedderRefusal.of([(card, [embedder])], in: page) == .noResourcePolicy(redirects: 0))
        #expect(EmbedderRefusal.of([(card, [embedder, resource])], in: page) == nil)
        #expect(
            EmbedderRefusal.of([(card, [resource]), (card, [embedder])], in: page) == .noResourcePolicy(redirects: 1))
        #expect(EmbedderRefusal.of([(card, [resource]), (card, [embedder, resource])], in: page) == nil)
        #expect(EmbedderRefusal.of([(page, [embedder])], in: page) == nil)
    }
}
