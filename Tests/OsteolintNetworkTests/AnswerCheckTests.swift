import ContentSecurityPolicy
import OsteolintCore
import Testing
import WebURL

@Suite("Answers that are not the embed")
struct AnswerCheckTests {
    /// Why a response cannot be the embed's document; nil where it can.
    private static func failure(_ status: Int, _ fields: [(String, String)], _ body: String) throws -> FetchFailure? {
        let url = try #require(WebURL("https://www.osteocom.me/embed/course"))
        let hop = ResponseHop(
            url: url, status: status, fields: fields.map { ResponseField(name: $0.0, value: $0.1) })
        return EmbedResponse(url: url, origin: .partner, hops: [hop], ending: .answered(body: Array(body.utf8))).failure
    }

    private static let html = ("Content-Type", "text/html; charset=utf-8")
    private static let policy = ("Content-Security-Policy", "frame-ancestors https://lms.partner.com")
    private static let card = "<!doctype html><title>Course</title><p>Buy</p>"

    static let statuses: [(Int, FetchFailure?)] = [
        (200, nil), (203, nil), (206, nil), (400, .unexpectedStatus(400)), (401, .forbidden(status: 401)),
        (403, .forbidden(status: 403)), (404, .unexpectedStatus(404)), (410, .unexpectedStatus(410)),
        (429, .rateLimited(retryAfter: nil)), (451, .unexpectedStatus(451)), (500, .serverError(status: 500)),
        (502, .serverError(status: 502)), (503, .serverError(status: 503)), (521, .serverError(status: 521)),
        (599, .serverError(status: 599)), (300, .unexpectedStatus(300)), (304, .unexpectedStatus(304)),
        (600, .unexpectedStatus(600)), (999, .unexpectedStatus(999)),
    ]

    @Test("The status decides, though a policy came along", arguments: statuses)
    func status(_ status: Int, _ expected: FetchFailure?) throws {
        #expect(try Self.failure(status, [Self.html, Self.policy], Self.card) == expected)
    }

    @Test("Retry-After is kept as it came")
    func retryAfter() throws {
        let failure = try Self.failure(429, [("retry-after", "120"), Self.html], "")
        #expect(failure == .rateLimited(retryAfter: "120"))
    }

    @Test("Nothing but white space is nothing", arguments: ["", " \r\n\t\u{c} "])
    func empty(_ body: String) throws {
        #expect(try Self.failure(200, [Self.html, Self.policy], body) == .empty(status: 200))
    }

    static let types: [(String?, String, Bool)] = [
        ("text/html", card, true), ("TEXT/HTML;charset=utf-8", card, true), ("  text/html ; x", card, true),
        ("application/xhtml+xml", card, true), (nil, card, true), (nil, "{\"error\": 1}", false),
        ("application/json", "{}", false), ("text/plain", card, false), ("image/png", "PNG", false), ("", card, false),
    ]

    @Test("Only HTML is a card", arguments: types)
    func type(_ contentType: String?, _ body: String, _ isCard: Bool) throws {
        let fields = [Self.policy] + (contentType.map { [("Content-Type", $0)] } ?? [])
        let failure = try Self.failure(200, fields, body)
        #expect(failure == (isCard ? nil : .notHTML(contentType: contentType ?? "no Content-Type")))
    }

    static let challenges = [
        "<!DOCTYPE html><html><head><title>Just a moment...</title>",
        "<script>window._cf_chl_opt={cType: 'managed'};</script>",
        "<script src=\"/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1\">",
        "<title>Attention Required! | Cloudflare</title>", "<p>Request unsuccessful. Incapsula incident ID: 1-2</p>",
        "<title>Access Denied</title><p>Reference #18.2f https://errors.edgesuite.net/18.2f",
        "<script src=\"https://geo.captcha-delivery.com/captcha\"></script>", "<div id=\"px-captcha\"></div>",
        "<title>Sucuri WebSite Firewall - Access Denied</title>", "<title>403 Forbidden</title>",
        "The requested URL was rejected. Please consult with your administrator.",
        "<script>window.gokuProps = {\"key\": 1}</script>", "<title>Vercel Security Checkpoint</title>",
    ]

    @Test("A firewall's page with status 200 is not the card, whatever the policy", arguments: challenges)
    func challenge(_ body: String) throws {
        for fields in [[Self.html], [Self.html, Self.policy]] {
            #expect(try Self.failure(200, fields, body)?.reason == .notTheEmbed)
        }
    }

    @Test("A firewall's page with a status of its own is told by that", arguments: challenges)
    func honestChallenge(_ body: String) throws {
        #expect(try Self.failure(403, [Self.html], body)?.reason == .forbidden)
        #expect(try Self.failure(503, [Self.html], body)?.reason == .serverError)
    }

    @Test(
        "A firewall's field is enough",
        arguments: [("cf-mitigated", "challenge"), ("X-Amzn-Waf-Action", "captcha"), ("X-Sucuri-Block", "1")])
    func field(_ name: String, _ value: String) throws {
        #expect(try Self.failure(200, [Self.html, Self.policy, (name, value)], Self.card)?.reason == .notTheEmbed)
    }

    @Test(
        "Words that a course may have count where no policy came along",
        arguments: ["Please complete the CAPTCHA", "Are you a robot?", "Your request has been blocked", "Ray ID: 8f"])
    func words(_ words: String) throws {
        let body = "<!doctype html><p>\(words)</p>"
        #expect(try Self.failure(200, [Self.html], body)?.reason == .notTheEmbed)
        #expect(try Self.failure(200, [Self.html, Self.policy], body) == nil)
    }

    @Test("What a firewall puts into the pages that it guards makes no firewall's page of them")
    func guarded() throws {
        let script = """
            <script>(function(){var d=document.createElement('script');
            d.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';document.body.appendChild(d)})()</script>
            """
        let fields = [Self.html, Self.policy, ("Server", "cloudflare"), ("CF-RAY", "8f-FCO")]
        #expect(try Self.failure(200, fields, Self.card + script) == nil)
        #expect(try Self.failure(200, [Self.html], Self.card + script) == nil)
    }
}
