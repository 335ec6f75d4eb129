import OsteolintCore
import Testing

@Suite("Isolation of the page or of the frame")
struct PageIsolationRulesTests {
    private static let url =
        "https://www.osteocom.me/embed/course?clientId=kT4mRZ81qLwYc0dXaB2e&productId=66d579675f2a4b8c9df15e43"
        + "&partnerUserId=u-48213"
    private static let frame = "<iframe src=\"\(url)\" title=\"Card\"></iframe>"
    private static let embedder = "Cross-Origin-Embedder-Policy"
    private static let all = "allow-scripts allow-same-origin allow-forms allow-top-navigation"

    private func findings(
        _ name: String, _ value: String, _ markup: String = frame, answer: [(String, String)]? = nil
    ) throws -> [Finding] {
        var site = PolicedSite()
        site.host(name, value)
        try site.add(markup)
        return site.findings(answers: try answer.map { try PolicedSite.answers([(Self.url, $0)]) } ?? [:])
    }

    @Test(
        "The field blocks the card, at its value",
        arguments: ["require-corp", "credentialless", "require-corp; report-to=\"x\""])
    func isolating(_ value: String) throws {
        let found = try findings(Self.embedder, value)
        #expect(found.map(\.start) == ["_headers:2:33"])
        #expect(found.map(\.severity) == [.error] && found[0].others == ["course.html:1:1"])
        let token = value.prefix { $0 != ";" }
        #expect(
            found[0].message == "`\(token)` makes browsers show only frames that opt in, and the card does not: "
                + "they show an error in its place")
    }

    @Test(
        "What means nothing is silent",
        arguments: [
            ("Cross-Origin-Embedder-Policy", "unsafe-none"), ("Cross-Origin-Embedder-Policy", "Require-Corp"),
            ("Cross-Origin-Embedder-Policy", "require-corp, require-corp"),
            ("Cross-Origin-Embedder-Policy-Report-Only", "require-corp"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Content-Security-Policy-Report-Only", "sandbox"),
        ])
    func silent(_ field: (name: String, value: String)) throws {
        #expect(try findings(field.name, field.value).isEmpty)
    }

    @Test("Two fields of one file are a list, which means nothing; of two files each counts")
    func twice() throws {
        var site = PolicedSite()
        site.host(Self.embedder, "require-corp", line: 2)
        site.host(Self.embedder, "require-corp", line: 3)
        try site.add(Self.frame)
        #expect(site.findings().isEmpty)
    }

    @Test("An answer that opts in is let in, one that does so by half is not")
    func answers() throws {
        let policy = (Self.embedder, "require-corp")
        let resource = ("Cross-Origin-Resource-Policy", "cross-origin")
        #expect(try findings(Self.embedder, "require-corp", answer: [policy, resource]).isEmpty)
        let half = try findings(Self.embedder, "require-corp", answer: [policy])
        #expect(half.first?.message.contains("the card has no `Cross-Origin-Resource-Policy: cross-origin`") == true)
        let none = try findings(Self.embedder, "credentialless", answer: [])
        #expect(none.first?.message.contains("the card has no Cross-Origin-Embedder-Policy") == true)
    }

    @Test("A frame with credentialless is let in, and a warning for what it lacks")
    func credentialless() throws {
        let frame = Self.frame.replacing(" title", with: " credentialless title")
        let found = try findings(Self.embedder, "require-corp", frame)
        #expect(found.map(\.severity) == [.warning] && found[0].embed == 0)
        #expect(found[0].start == "course.html:1:\(14 + Self.url.count + 2)")
        #expect(found[0].snippet?.text.contains("u-48213") == false)
        let object = "<object credentialless data=\"\(Self.url)\"></object>"
        #expect(try findings("Server", "x", object).isEmpty)
    }

    @Test("A sandbox of the whole page is judged as one of the frame")
    func sandbox() throws {
        let found = try findings("Content-Security-Policy", "img-src *; sandbox allow-scripts allow-forms")
        #expect(found.map(\.start) == ["_headers:2:39"] && found[0].severity == .error)
        #expect(found[0].message.contains("`allow-same-origin` to know the visitor's session"))
        let userActivation = "sandbox \(Self.all)-by-user-activation"
        #expect(try findings("Content-Security-Policy", userActivation).map(\.severity) == [.warning])
        #expect(try findings("Content-Security-Policy", "sandbox \(Self.all)").isEmpty)
        #expect(try findings("Content-Security-Policy", "sandbox \(Self.all); sandbox").isEmpty)
        #expect(try findings("Content-Security-Policy", "sandbox \(Self.all), sandbox").count == 1)
        #expect(try findings("Content-Security-Policy", "sandbox \u{E4}").isEmpty)
    }

    @Test("A page without embeds may be as isolated as it likes")
    func noEmbeds() throws {
        #expect(try findings(Self.embedder, "require-corp", "<p>Nothing</p>").isEmpty)
    }
}
