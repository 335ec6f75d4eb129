import ProgramRuns
import ReportSchema
import Testing

@Suite("osteolint audit: what is asked and what is told")
struct AuditQuestionTests {
    private let lms = "https://lms.partner.example"
    private let shop = "https://shop.partner.example"

    @Test("One URL is asked in the name of all origins and of nobody's, the others in the name of one")
    func polite() async throws {
        let site = try await AuditedSite(listed: [lms, shop])
        try site.declare([lms, shop])
        try site.write("a.html", embeds: ["one", "two", "three"])
        try site.write("b.html", embeds: ["two", "one"])
        #expect(try await site.audit(".").status == 0)
        let asked = Dictionary(grouping: try site.askedPaths()) { $0 }.mapValues(\.count)
        #expect(asked == ["/embed/one": 3, "/embed/two": 1, "/embed/three": 1])
    }

    @Test("On request every URL is asked in the name of every origin")
    func everyOrigin() async throws {
        let site = try await AuditedSite(listed: [lms, shop])
        try site.declare([lms, shop])
        try site.write("a.html", embeds: ["one", "two"])
        #expect(try await site.audit("--every-origin", ".").status == 0)
        let asked = Dictionary(grouping: try site.askedPaths()) { $0 }.mapValues(\.count)
        #expect(asked == ["/embed/one": 3, "/embed/two": 3])
    }

    @Test("The bound on requests is kept, and what was not asked is named")
    func bound() async throws {
        let site = try await AuditedSite(listed: [lms])
        try site.declare([lms])
        try site.write("a.html", embeds: ["one", "two", "three", "four"])
        let outcome = try await site.audit("--max-fetches", "3", ".")
        #expect(outcome.status == 2)
        #expect(try site.askedPaths().count == 3)
        let failures = try outcome.report()["failures"].items
        #expect(failures.map { $0["reason"].text } == ["request-limit"])
        #expect(failures.first?["subject"].text?.hasPrefix(site.origin + "/embed/four?") == true)
        #expect(failures.first?["message"].text?.contains("--max-fetches") == true)
    }

    @Test("Nobody is blocked by an answer that was given to somebody else, where the bound kept the sample short")
    func boundBeforeSample() async throws {
        let site = try await AuditedSite(
            listed: [lms, shop], behaviours: ["{ path: /embed/*, policyByReferer: listed, vary: true }"])
        try site.declare([lms, shop])
        try site.write("a.html", embeds: ["one", "two", "three"])
        let outcome = try await site.audit("--max-fetches", "3", ".")
        #expect(outcome.status == 2)
        #expect(try outcome.rules() == [])
        let verdicts = try outcome.report()["framing"].items.map { $0["verdict"].text }
        #expect(verdicts == ["allowed", "inconclusive", "allowed", "inconclusive", "allowed", "inconclusive"])
    }

    @Test("An origin of which nobody can tell what is meant is not asked about")
    func unclearOrigin() async throws {
        let site = try await AuditedSite(listed: [lms])
        try site.declare([lms, "'https://*.partner.example'"])
        try site.write("a.html", embeds: ["one"])
        let outcome = try await site.audit(".")
        #expect(try outcome.rules() == ["origin-invalid"])
        #expect(try outcome.report()["framing"].items.count == 1)
    }

    @Test(
        "What an answer repeats of a user's id is masked",
        arguments: [
            "policies: ['frame-ancestors https://b.example/?partnerUserId=\(AuditedSite.user)-one']",
            "noPolicy: true, fields: [{ X-Frame-Options: 'DENY, \(AuditedSite.user)-one' }]",
        ])
    func echoed(_ behaviour: String) async throws {
        let site = try await AuditedSite(listed: [], behaviours: ["{ path: /embed/one, \(behaviour) }"])
        try site.declare([lms])
        try site.write("a.html", embeds: ["one"])
        let outcome = try await site.audit(".")
        #expect(try outcome.rules().contains("origin-not-allowed"))
        #expect(!outcome.output.contains(AuditedSite.user))
    }

    @Test("Ids and secrets in the URL of a page are masked")
    func pageWithIdentifier() async throws {
        let site = try await AuditedSite(listed: [lms])
        try site.declare([lms])
        let outcome = try await site.audit(
            "\(site.origin)/none.html?partnerUserId=learner-778812&clientSecret=S3cret0123456789")
        #expect(outcome.status == 2)
        #expect(!outcome.output.contains("learner-778812") && !outcome.output.contains("S3cret"))
    }

    @Test("The bound is told where only the origin that must not be allowed is left")
    func boundBeforeControl() async throws {
        let site = try await AuditedSite(listed: [lms])
        try site.declare([lms])
        try site.write("a.html", embeds: ["one", "two"])
        let outcome = try await site.audit("--max-fetches", "2", ".")
        #expect(outcome.status == 2)
        #expect(try outcome.failures() == ["request-limit \(site.origin)"])
    }

    @Test("What is inert is not asked about, nor what holds a secret or is not https")
    func notAsked() async throws {
        let site = try await AuditedSite(listed: [lms])
        try site.declare([lms])
        let secret = "s3cretValue0123456789abcdef"
        try site.folder.write(
            "site/a.html",
            """
            <!DOCTYPE html><title>Course</title>
            <!-- <iframe src="\(site.embed("comment"))"></iframe> -->
            <iframe title="a" src="\(site.embed("secret"))&clientSecret=\(secret)"></iframe>
            <iframe title="b" src="\(site.embed("plain").replacing("https:", with: "http:"))"></iframe>
            <iframe title="c" src="\(site.embed("course"))"></iframe>
            """)
        let outcome = try await site.audit(".")
        #expect(Set(try site.askedPaths()) == ["/embed/course"])
        #expect(
            try outcome.report()["skipped"].items.compactMap { $0["reason"].text }.sorted()
                == ["insecure-scheme", "secret-in-url"])
        #expect(!outcome.output.contains(secret))
    }

    @Test("A user's id comes out nowhere", arguments: ["json", "text"])
    func masked(_ format: String) async throws {
        let site = try await AuditedSite(
            listed: [lms],
            behaviours: [
                "{ path: /embed/old, redirect: /embed/course }",
                "{ path: /embed/away, redirect: 'https://evil.example/' }",
            ])
        try site.declare([lms, shop])
        try site.write("a.html", embeds: ["course", "old", "away"])
        let outcome = try await Command(
            arguments: ["audit", "--ca-file", site.folder.path("authority.pem"), "--format", format, "."],
            folder: site.folder.path("site")
        ).run()
        #expect(outcome.status == 1)
        #expect(!outcome.output.contains(AuditedSite.user))
        #expect(!outcome.errors.contains(AuditedSite.user))
    }

    @Test("The same questions give the same bytes")
    func sameBytes() async throws {
        let site = try await AuditedSite(listed: [lms], behaviours: ["{ path: /embed/odd, status: 403 }"])
        try site.declare([lms, shop])
        try site.write("a.html", embeds: ["one", "odd", "two"])
        let first = try await site.audit("--jobs", "1", ".")
        #expect(try await site.audit("--jobs", "4", ".").data == first.data)
    }

    @Test("A page may be given as a URL; its own origin is judged too")
    func pageURL() async throws {
        let site = try await AuditedSite(
            listed: [lms, shop], more: "sites:\n  pages.localhost: pages\n",
            files: [
                "sandbox/pages/index.html": """
                <!DOCTYPE html><title>Course</title>
                <iframe title="Course" src="{{sandbox}}/embed/course?clientId=\(AuditedSite.client)&amp;\
                productId=\(AuditedSite.product)&amp;partnerUserId=u-1"></iframe>
                """
            ])
        try site.declare([lms, shop])
        let page = "https://pages.localhost:\(site.port)"
        let outcome = try await site.audit("\(page)/index.html")
        let report = try outcome.report()
        #expect(outcome.status == 1, "\(outcome.errors)")
        #expect(report["summary"]["files"] == .integer(1))
        #expect(try outcome.rules().sorted() == ["origin-not-allowed", "origin-undeclared"])
        #expect(
            report["framing"].items.map { $0["ancestors"][0].text }.compactMap(\.self) == [lms, shop, page])
        #expect(report["embeds"][0]["path"].text == "\(page)/index.html")
    }

    @Test("A page that is not there is a failure")
    func missingPage() async throws {
        let site = try await AuditedSite(listed: [lms])
        try site.declare([lms])
        let outcome = try await site.audit("\(site.origin)/nothing.html")
        #expect(outcome.status == 2)
        #expect(try outcome.failures() == ["unexpected-status \(site.origin)/nothing.html"])
    }

    @Test(
        "Arguments that make no sense are refused before anything is asked",
        arguments: [
            (["--ca-file", "nowhere.pem"], "--ca-file nowhere.pem: no PEM certificates"),
            (["--ancestor-chain", "https://a.example,b.example"], "`b.example` is no origin; write https://b.example"),
            (["--max-fetches", "0"], "--max-fetches takes a number from 1 on"),
            (["--timeout", "0"], "--timeout takes seconds"),
            (["https://user:pw@a.example/"], "user information"),
        ])
    func refused(_ arguments: [String], _ message: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.html", "<p>")
        let outcome = try await Command(arguments: ["audit"] + arguments + ["a.html"], folder: folder.root).run()
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(!outcome.errors.contains("pw@"))
    }

    @Test("A proxy that cannot be followed is refused")
    func oddProxy() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.html", "<p>")
        let outcome = try await Command(
            arguments: ["audit", "a.html"], folder: folder.root, environment: ["https_proxy": "ftp://proxy.example"]
        ).run()
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("https_proxy names a proxy of the scheme ftp"))
    }
}
