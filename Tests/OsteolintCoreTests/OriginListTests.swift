import OsteolintCore
import Testing

@Suite("Origins that are declared together")
struct OriginListTests {
    private func duplicates(_ texts: String...) -> [Bool] {
        OriginJudgement.judge(texts).map { $0.problems.last == .duplicate }
    }

    @Test("The later one of two that mean the same is a duplicate")
    func duplicate() {
        #expect(duplicates("https://a.b", "https://a.b") == [false, true])
        #expect(duplicates("https://a.b/", "HTTPS://A.b:443", "a.b", "https://a.b.") == [false, true, true, true])
        #expect(duplicates("https://bücher.example", "https://xn--bcher-kva.example") == [false, true])
        #expect(duplicates("https://127.0.0.1", "https://0x7f.1") == [false, true])
        #expect(duplicates("*", "*", "https://*.a", "https://*.a") == [false, true, false, true])
    }

    @Test("Another scheme, port or host is another origin, and nothing is no origin")
    func different() {
        #expect(
            duplicates("https://a.b", "http://a.b", "https://a.b:8443", "https://www.a.b") == [
                false, false, false, false,
            ])
        #expect(duplicates("", "", " ") == [false, false, false])
    }

    @Test(
        "The twin that is not declared",
        arguments: [
            ("https://partner.com", "https://www.partner.com"), ("https://www.partner.com", "https://partner.com"),
            ("partner.com:8443", "https://www.partner.com:8443"),
            ("https://partner.co.uk", "https://www.partner.co.uk"),
            ("https://www.lms.partner.com", "https://lms.partner.com"), ("http://partner.de", "http://www.partner.de"),
        ])
    func twin(_ text: String, _ twin: String) {
        #expect(OriginJudgement.judge([text])[0].hints == [.missingTwin(twin)])
        #expect(OriginJudgement.judge([text, twin]).allSatisfy { $0.hints.isEmpty })
        #expect(OriginJudgement.judge([twin + "/", text]).allSatisfy { $0.hints.isEmpty })
    }

    @Test(
        "Hosts without a twin",
        arguments: [
            "https://lms.partner.com", "https://co.uk", "https://www.com", "https://93.184.216.34",
            "https://shop.web.app",
        ])
    func noTwin(_ text: String) {
        #expect(OriginJudgement.judge([text])[0].hints.isEmpty)
    }

    @Test(
        "Hosts of previews",
        arguments: [
            ("https://shop-git-basket-team.vercel.app", "Vercel"), ("https://shop-4f9d0c2ab-team.vercel.app", "Vercel"),
            ("https://deploy-preview-12--shop.netlify.app", "Netlify"), ("https://main--shop.netlify.app", "Netlify"),
            ("https://4f9d0c2a.shop.pages.dev", "Cloudflare Pages"),
            ("https://4f9d0c2a-shop.team.workers.dev", "Cloudflare Workers"),
            ("https://shop--pr12-basket-x7f3k2a1.web.app", "Firebase Hosting"),
            ("https://pr-12.d1a2b3c4.amplifyapp.com", "AWS Amplify"), ("https://shop-pr-12.herokuapp.com", "Heroku"),
            ("https://shop-pr-12.onrender.com", "Render"), ("https://shop-pr-12.up.railway.app", "Railway"),
            ("https://gentle-sky-0ab12cd34-12.westeurope.2.azurestaticapps.net", "Azure Static Web Apps"),
            ("https://x-3000.app.github.dev", "GitHub Codespaces"), ("https://3000-a-b.ws-eu1.gitpod.io", "Gitpod"),
            ("https://ab12.ngrok-free.app", "ngrok"), ("https://ab12.ngrok.io", "ngrok"),
            ("https://shop-pr-3.surge.sh", "Surge"),
        ])
    func previews(_ text: String, _ service: String) {
        #expect(OriginJudgement.judge([text])[0].hints == [.changesWithBuilds(service: service)])
    }

    @Test(
        "Hosts of the same services that stay",
        arguments: [
            "https://shop.vercel.app", "https://our-big-courses.vercel.app", "https://shop.netlify.app",
            "https://shop.pages.dev", "https://shop.web.app", "https://main.d1a2b3c4.amplifyapp.com",
            "https://shop.herokuapp.com", "https://spring-12.onrender.com", "https://shop.surge.sh",
            "https://gentle-sky-0ab12cd34.2.azurestaticapps.net",
        ])
    func stableHosts(_ text: String) {
        #expect(OriginJudgement.judge([text])[0].hints.isEmpty)
    }

    @Test(
        "Hosts inside of a network",
        arguments: [
            "https://intranet", "https://lms.local", "https://lms.corp", "https://10.1.2.3", "https://172.16.0.1",
            "https://192.168.178.20", "https://169.254.1.1", "https://100.64.0.1", "https://0.0.0.0",
            "https://[fd00::1]",
            "https://[fe80::1]", "https://[::ffff:192.168.0.1]", "https://lms.home.arpa",
        ])
    func privateHosts(_ text: String) {
        #expect(OriginJudgement.judge([text])[0].hints == [.notPublic])
    }

    @Test(
        "Several origins in one",
        arguments: [
            "https://a.b,https://c.d", "https://a.b https://c.d", "a.b; HTTPS://c.d", "https://a.b/|http://c.d",
        ])
    func several(_ text: String) {
        let judgement = OriginJudgement.judge([text])[0]
        #expect(judgement.hints == [.severalInOne])
        #expect(judgement.suggestion == nil && !judgement.isValid)
    }

    @Test("Of a text that is far too long, the rest is hidden, scalar by scalar")
    func longText() throws {
        let text = "https://h/?" + String(repeating: "clientSecret=hunter2&", count: 500) + "ü"
        let declared = try #require(OriginJudgement.judge([text]).first?.declared)
        #expect(declared.unicodeScalars.count == text.unicodeScalars.count)
        #expect(declared.hasPrefix("https://h/?") && declared.hasSuffix("***") && !declared.contains("hunter2"))
    }

    @Test("Schemes that are pasted a thousand times over")
    func repeatedScheme() {
        let text = String(repeating: "https://", count: 1000) + "lms.partner.com/"
        #expect(OriginJudgement.judge([text])[0].suggestion == "https://lms.partner.com")
    }

    @Test(arguments: [
        "https://172.32.0.1", "https://11.0.0.1", "https://[2001:db8::1]", "https://localhost", "https://[::1]",
    ])
    func otherAddresses(_ text: String) {
        #expect(OriginJudgement.judge([text])[0].hints.isEmpty)
    }

    @Test(
        "What is declared is shown without its password",
        arguments: [
            ("https://user:pw@h", "https://user:**@h"), ("https://user:p@w@h/x", "https://user:***@h/x"),
            ("user:pw@h", "user:**@h"), ("https://user:p/w@h", "https://user:***@h"), ("//u:pw@h", "//u:**@h"),
            ("https://user@h", "https://user@h"), ("https://h:8443/@x", "https://h:8443/@x"),
            ("mailto:me@partner.com", "mailto:me@partner.com"), ("blob:https://u:pw@h/1f", "blob:https://u:**@h/1f"),
        ])
    func passwords(_ text: String, _ shown: String) {
        #expect(OriginJudgement.judge([text])[0].declared == shown)
    }
}
