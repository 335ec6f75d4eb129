import OsteolintCore
import Testing
import WebURL

@Suite("Hosts that read like Osteocom's")
struct HostLikenessTests {
    private func likeness(_ text: String, _ configuration: Configuration = Configuration()) -> HostLikeness? {
        WebURL(text).flatMap { HostLikeness.of($0, in: configuration) }
    }

    @Test(arguments: [
        ("https://www.osteocom.me./embed/", HostLikeness.trailingDot),
        ("https://osteocom.me.:8443/", .otherPort(8443)),
        ("https://www.osteocom.me:8443/embed/", .otherPort(8443)),
        ("http://test.osteocom.me:443/", .otherPort(443)),
        ("https://www.osteocom.me@player.example/", .userInformation),
        ("https://www.osteocom.me:443@player.example/", .userInformation),
        ("https://osteocom.me%2Fembed@player.example/", .userInformation),
        ("https://partner@www.osteocom.me/", .userInformation),
        ("https://www.osteocom.me.evil.example/", .labelOfAnotherDomain("evil.example")),
        ("https://osteocom.lms.example.co.uk/", .labelOfAnotherDomain("example.co.uk")),
        ("https://www.osteocom.com/", .otherTopLevelDomain("com")),
        ("https://osteocom.com.br/", .otherTopLevelDomain("com.br")),
        ("https://osteocom/", .otherTopLevelDomain("")),
        ("https://my-osteocom.me/", .wordOfAnotherLabel("my-osteocom")),
        ("https://osteocom-cards.example/", .wordOfAnotherLabel("osteocom-cards")),
        ("https://www.оsteocom.me/", .confusable(written: "о", letter: "o")),
        ("https://xn--steocom-8ig.me/", .confusable(written: "о", letter: "o")),
        ("https://osteοcom.me/", .confusable(written: "ο", letter: "o")),
        ("https://ostéocom.me/", .confusable(written: "é", letter: "e")),
        ("https://0steocom.me/", .confusable(written: "0", letter: "o")),
        ("https://www.osteocorn.me/", .confusable(written: "rn", letter: "m")),
        ("https://osteocom.mе/", .confusable(written: "е", letter: "e")),
        ("https://o5teocom.de/", .confusable(written: "5", letter: "s")),
    ])
    func kinds(text: String, kind: HostLikeness) {
        #expect(likeness(text) == kind)
    }

    @Test(arguments: [
        "ostecom.me", "www.osteocon.me", "osteoocm.me", "osteo.com.me", "www.osteo-com.me", "osteocm.de",
        "osteokom.mee",
        "wwwosteocom.me", "osteocomm.com", "osteocoms.me", "embed.ostecom.me", "osteocomme", "osteokom.com",
    ])
    func misspelled(_ host: String) {
        #expect(likeness("https://\(host)/embed/") == .misspelled)
    }

    @Test(arguments: [
        "osteocom.me", "www.osteocom.me", "test.osteocom.me", "beta.osteocom.me", "www.osteocom.me:443",
        "player.example",
        "osteocommunity.org", "www.osteocomfort.de", "osteocomplete.example", "notosteocom.me", "www.notosteocom.me",
        "osteo.com", "osteo.me", "osteopathie.de", "com.me", "127.0.0.1", "[::1]", "osteocoma.example",
    ])
    func otherHosts(_ host: String) {
        #expect(likeness("https://\(host)/embed/") == nil)
    }

    @Test func onlyTheHostCounts() {
        #expect(likeness("https://player.example/www.osteocom.com") == nil)
        #expect(likeness("https://osteocom@intranet.example/") == nil)
        #expect(likeness("ftp://www.osteocom.com/") == nil)
    }

    @Test func customHost() throws {
        let origin = try #require(WebURL("https://cards.partner.example")?.origin)
        let configuration = Configuration(environment: .custom(name: "cards", origin: origin))
        #expect(likeness("https://cards.partner.example/embed/", configuration) == nil)
        #expect(likeness("https://cards.partner.example:8443/embed/", configuration) == .otherPort(8443))
        #expect(likeness("https://cards.partner.example:8443/chat", configuration) == nil)
    }

    @Test(arguments: [
        ("", "abc", 3), ("osteocom", "osteocom", 0), ("ostoecom", "osteocom", 1), ("ostecom", "osteocom", 1),
        ("osteokon", "osteocom", 2), ("ca", "abc", 3),
    ])
    func distances(one: String, other: String, distance: Int) {
        #expect(EditDistance.between(one, other) == distance)
        #expect(EditDistance.between(other, one) == distance)
    }
}
