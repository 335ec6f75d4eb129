import OsteolintCore
import OsteolintRules
import Testing
import WebURL

@Suite("Framing rules")
struct FramingRulesTests {
    private func findings(_ sample: SampleAudit, by id: String) throws -> [Finding] {
        let rule = try #require(RuleRegistry.rule(id))
        let linter = Linter(rules: [rule], configuration: Configuration(), masking: Masking(reveals: false))
        return linter.lintFraming(try sample.audit())
    }

    private func chain(_ origins: String...) throws -> AncestorChain {
        AncestorChain(try origins.map { try #require(Origin(serialized: $0)) })
    }

    @Test("Of a chain, the ancestor that is not allowed is named")
    func culpritOfChain() throws {
        let sample = SampleAudit(
            fields: "Content-Security-Policy: frame-ancestors https://lms.partner.com",
            chains: [try chain("https://portal.example", "https://lms.partner.com")])
        let found = try findings(sample, by: "origin-not-allowed")
        #expect(found.count == 1)
        #expect(
            found.first?.message
                == "browsers block the card of client kT4mRZ81qLwYc0dXaB2e below https://portal.example > "
                + "https://lms.partner.com: https://portal.example is not allowed around it")
        #expect(found.first?.place == nil)
        #expect(found.first?.related.map(\.path) == ["page.html"])
    }

    @Test(
        "An entry that was probably meant is named",
        arguments: [
            ("http://lms.partner.com:8443", "https://lms.partner.com", "which is for another port"),
            ("https://lms.partner.com/courses", "https://lms.partner.com", "whose path keeps it from ever matching"),
            ("https://www.partner.com", "https://partner.com", "which is another host"),
            ("https://partner.com", "https://www.partner.com", "which is another host"),
            (
                "https://*.partner.com", "https://partner.com",
                "which stands for the hosts below partner.com, not for partner.com itself"
            ),
            ("https://lms.partner.com", "http://lms.partner.com", "which is for another scheme"),
        ])
    func nearMiss(_ entry: String, _ origin: String, _ reason: String) throws {
        let sample = SampleAudit(
            fields: "Content-Security-Policy: frame-ancestors \(entry)", chains: [try chain(origin)])
        let help = try findings(sample, by: "origin-not-allowed").first?.help
        #expect(help == "send Osteocom this exact origin for its list: \(origin); its list has `\(entry)`, \(reason)")
    }

    @Test("A short list that blocks is shown")
    func list() throws {
        let sample = SampleAudit(
            fields: "Content-Security-Policy: frame-ancestors 'self' https://a.example",
            chains: [try chain("https://lms.partner.com")])
        let help = try findings(sample, by: "origin-not-allowed").first?.help ?? ""
        #expect(help.hasSuffix("https://lms.partner.com; its list is `'self' https://a.example`"))
    }

    @Test("An opaque ancestor cannot be listed")
    func opaqueAncestor() throws {
        let sample = SampleAudit(
            fields: "Content-Security-Policy: frame-ancestors *", chains: [AncestorChain([.opaque])])
        let help = try findings(sample, by: "origin-not-allowed").first?.help ?? ""
        #expect(help.contains("allow-same-origin"))
    }

    @Test("A policy that lets in whoever asks is found by asking as nobody's origin")
    func reflected() throws {
        let sample = SampleAudit(
            fields: "Content-Security-Policy: frame-ancestors https://lms.partner.com",
            chains: [try chain("https://lms.partner.com")],
            fieldsForControl: "Content-Security-Policy: frame-ancestors https://osteolint-control.invalid")
        let found = try findings(sample, by: "framing-policy-broad")
        #expect(found.count == 1)
        #expect(found.first?.message.contains("lets in whoever asks") == true)
    }

    @Test("A policy that blocks nobody's origin is not broad")
    func notReflected() throws {
        let sample = SampleAudit(
            fields: "Content-Security-Policy: frame-ancestors https://lms.partner.com",
            chains: [try chain("https://lms.partner.com")])
        #expect(try findings(sample, by: "framing-policy-broad") == [])
    }

    @Test("A directive that browsers throw away is told as such")
    func thrownAway() throws {
        let sample = SampleAudit(
            fields: "Content-Security-Policy: frame-ancestors https://lms.partner.com\u{E9}",
            chains: [try chain("https://lms.partner.com")])
        let message = try findings(sample, by: "framing-policy-missing").first?.message ?? ""
        #expect(message.contains("throw the `frame-ancestors` away"))
    }

    @Test(
        "An embed that is faulty by itself has no framing findings",
        arguments: [
            "origin-not-allowed", "framing-policy-missing", "framing-policy-broad", "framing-policy-dead-source",
        ])
    func faulty(_ id: String) throws {
        let sample = SampleAudit(
            fields: "X-Frame-Options: DENY", chains: [try chain("https://lms.partner.com")], isFaulty: true)
        #expect(try findings(sample, by: id) == [])
    }

    @Test("A fetched page's origin that is not declared is reported once, with its pages")
    func undeclaredPages() throws {
        let origin = try #require(Origin(serialized: "https://shop.partner.com"))
        let pages = ["https://shop.partner.com/a", "https://shop.partner.com/b"].map {
            FramingAudit.ServedPage(origin: origin, place: Place(path: $0, range: nil))
        }
        let sample = SampleAudit(
            fields: "Content-Security-Policy: frame-ancestors https://lms.partner.com",
            chains: [try chain("https://lms.partner.com"), AncestorChain([origin], isDeclared: false)], pages: pages)
        let found = try findings(sample, by: "origin-undeclared")
        #expect(found.map(\.message) == ["https://shop.partner.com serves a page, but is not declared"])
        #expect(found.first?.related.map(\.path) == ["https://shop.partner.com/a", "https://shop.partner.com/b"])
    }

    @Test(
        "An entry that another policy takes back, or that a declared origin needs, is not undeclared",
        arguments: [
            "frame-ancestors https://lms.partner.com, frame-ancestors https://lms.partner.com https://b.example",
            "frame-ancestors http://lms.partner.com",
        ])
    func notUndeclared(_ policy: String) throws {
        let sample = SampleAudit(
            fields: "Content-Security-Policy: \(policy)", chains: [try chain("https://lms.partner.com")])
        #expect(try findings(sample, by: "origin-undeclared") == [])
    }

    @Test("Of several lists the advice says that all count; a list of nobody asks for the client")
    func advice() throws {
        let several = SampleAudit(
            fields: "Content-Security-Policy: frame-ancestors https://lms.partner.com, frame-ancestors 'self'",
            chains: [try chain("https://lms.partner.com")])
        let help = try findings(several, by: "origin-not-allowed").first?.help ?? ""
        #expect(help.contains("one of its 2 lists, all of which have to allow it, is `'self'`"))
        #expect(help.hasSuffix("which names no partner at all: is the clientId known and active?"))
    }

    @Test("Osteocom's own hosts on the list need no declaration")
    func ownHosts() throws {
        let sample = SampleAudit(
            fields: "Content-Security-Policy: frame-ancestors https://www.osteocom.me https://app.osteocom.me "
                + "https://lms.partner.com",
            chains: [try chain("https://lms.partner.com")])
        #expect(try findings(sample, by: "origin-undeclared") == [])
    }
}
