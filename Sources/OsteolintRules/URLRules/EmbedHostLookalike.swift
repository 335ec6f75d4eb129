import OsteolintCore
import WebURL

/// Reports a frame whose host reads like Osteocom's and is another one.
struct EmbedHostLookalike: PageRule {
    static let descriptor = RuleDescriptor(
        id: "embed-host-lookalike",
        topic: .url,
        summary: "Reports a frame whose host reads like Osteocom's but is not.",
        severity: .error,
        rationale: """
            The visitor sees a connection error, or a page of somebody else who can imitate the card and ask for a \
            payment. Osteocom's hosts are www.osteocom.me, osteocom.me and test.osteocom.me on their default ports, \
            and the custom origin of the configuration.

            A host reads like Osteocom's when it ends with a dot, has another port or user information in front, has \
            osteocom as a label or a word of another domain, uses letters that only look the same, is an edit or two \
            away, or has another top-level domain. A domain of which osteocom is only the beginning of another word \
            is somebody else's and is left alone.
            """,
        remedy: "Write www.osteocom.me, or test.osteocom.me for the Test environment.",
        references: ["Unicode Technical Standard 39, https://www.unicode.org/reports/tr39/", References.url]
    )

    static let examples = [
        RuleExample("Osteocom's host", SampleEmbed.iframe),
        RuleExample("two letters that look like one", example("↓www.osteocorn.me")),
        RuleExample("a Cyrillic letter", example("↓www.оsteocom.me")),
        RuleExample("another top-level domain", example("↓www.osteocom.com")),
        RuleExample("a dot at the end", example("↓www.osteocom.me.")),
        RuleExample("another port", example("↓www.osteocom.me:8443")),
        RuleExample("what looks like the host is a user name", example("www.osteocom.me@↓player.example")),
        RuleExample("Osteocom's name in another domain", example("↓osteocom.me.video.example")),
        RuleExample("the default port", example("www.osteocom.me:443")),
        RuleExample("another word", example("www.osteocommunity.org")),
        RuleExample("another name that ends the same", example("notosteocom.me")),
    ]

    private static func example(_ host: String) -> String {
        #"<iframe src="https://\#(host)/embed/course?\#(SampleEmbed.ids)" title="Course"></iframe>"#
    }

    func check(_ page: Page, in site: Site) -> [Finding] {
        page.frames.compactMap { frame in
            guard frame.state != .inert, page.embed(of: frame) == nil, let source = frame.source, let url = frame.url,
                let likeness = HostLikeness.of(url, in: site.configuration)
            else { return nil }
            let host = EmbedURL(source: source.value, url: url).components.host
            let range = host.map { source.value.range($0) } ?? source.value.range
            return finding(message(for: url, likeness), at: page.place(range), help: help(for: url, in: site))
        }
    }

    private func message(for url: WebURL, _ likeness: HostLikeness) -> String {
        let host = url.host?.unicodeText ?? ""
        switch likeness {
        case .userInformation where OsteocomHost.isFamily(host):
            return "user information stands in front of `\(host)`; browsers load no such frame"
        case .userInformation:
            return "what stands before the @ is a user name: the host is `\(host)`, not Osteocom's"
        case .trailingDot:
            return "`\(host)` ends with a dot, which makes it another host than Osteocom's"
        case .otherPort(let port):
            return "port \(port) of `\(host)` is not Osteocom's"
        case .confusable(let written, let letter):
            return "`\(host)` is not Osteocom's host: \(name(of: written)) stands for the letter \(letter)"
        case .labelOfAnotherDomain(let domain):
            return "`\(host)` belongs to `\(domain)`, not to Osteocom"
        case .wordOfAnotherLabel(let label):
            return "`\(host)` is not Osteocom's host: `\(label)` is another name"
        case .otherTopLevelDomain(let domain):
            return "`\(host)` is not Osteocom's host, which ends in .me\(domain.isEmpty ? "" : ", not in .\(domain)")"
        case .misspelled:
            return "`\(host)` is not Osteocom's host but nearly written like it"
        }
    }

    private func name(of written: String) -> String {
        guard let scalar = written.unicodeScalars.last, !scalar.isASCII else { return "`\(written)`" }
        let number = String(scalar.value, radix: 16, uppercase: true)
        return "`\(written)` (U+\(String(repeating: "0", count: max(0, 4 - number.count)))\(number))"
    }

    private func help(for url: WebURL, in site: Site) -> String {
        let isTest = url.hostText?.hasPrefix("test.") == true
        let environment = site.configuration.environment ?? (isTest ? .test : .production)
        return "write https://\(environment.host)\(url.shownPath)…"
    }
}
