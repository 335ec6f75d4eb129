import OsteolintCore
import Testing

@Suite("Fingerprints rest on the fault and its place in the structure, not on lines")
struct FingerprintTests {
    private static let url =
        "https://www.osteocom.me/embed/course?clientId=kT4mRZ81qLwYc0dXaB2e&amp;productId=66d579675f2a4b8c9df15e43&amp;partnerUserId=u-48213"
    private static let untitled = #"<iframe src="\#(url)"></iframe>"#
    private static let page = "<main id=courses><section>\(untitled)</section></main>"

    private static func fingerprints(_ markup: String, path: String = "a.html") throws -> [String] {
        try LintedSite().report(markup, paths: [path]).findings("iframe-title-missing").map(\.fingerprint)
    }

    @Test(
        "Nothing changes where only lines, comments or markup beside it change",
        arguments: [
            "\n\n\n\(page)", "<!doctype html><title>Courses</title><p>Text</p>\n\(page)",
            "<main id=courses>\n    <!-- the cards -->\n    <section>\n        \(untitled)\n    </section>\n</main>",
            "<main id=courses><section><p>New</p></section><section>\(untitled)</section></main>",
            "<main class=wide id='courses' data-x=7><h1>Cards</h1><section lang=de>\(untitled)<p></section></main>",
            page.replacing("<iframe ", with: "<iframe\n\twidth=\"300\"\n\t"),
            page.replacing("66d579675f2a4b8c9df15e43", with: "66d579675f2a4b8c9df15e44"),
        ])
    func stays(_ markup: String) throws {
        let fingerprints = try Self.fingerprints(Self.page)
        #expect(fingerprints.count == 1)
        #expect(fingerprints.allSatisfy { $0.utf8.count == 16 && UInt64($0, radix: 16) != nil })
        #expect(try Self.fingerprints(markup) == fingerprints)
    }

    @Test(
        "Another container is another finding",
        arguments: [
            "<main id=courses>\(untitled)</main>", "<main id=shop><section>\(untitled)</section></main>",
            "<main><section>\(untitled)</section></main>", "<main id=courses><aside>\(untitled)</aside></main>",
            "<main id=courses><section><div>\(untitled)</div></section></main>",
            "<main id=courses><section><iframe title=x srcdoc='\(untitled)'></iframe></section></main>",
        ])
    func container(_ markup: String) throws {
        let fingerprints = try Self.fingerprints(markup)
        #expect(fingerprints.count == 1)
        #expect(try fingerprints != Self.fingerprints(Self.page))
    }

    @Test("Another page, another rule and another fault are other findings")
    func others() throws {
        let first = try Self.fingerprints(Self.page)
        #expect(try Self.fingerprints(Self.page, path: "b.html") != first)
        let titled = Self.page.replacing("<iframe ", with: "<iframe title=x ")
        let malformed = { (product: String) in
            try LintedSite().report(titled.replacing("66d579675f2a4b8c9df15e43", with: product))
                .findings("product-id-malformed").map(\.fingerprint)
        }
        #expect(try malformed("66d5").count == 1)
        #expect(try malformed("66d5") != first)
        #expect(try malformed("66d5") != malformed("77aa"))
    }

    @Test("Equal findings are told apart by their number, and share their content")
    func equal() throws {
        let two = "<main id=courses><section>\(Self.untitled)\(Self.untitled)</section></main>"
        let findings = try LintedSite().report(two).findings("iframe-title-missing")
        #expect(Set(findings.map(\.content)).count == 1)
        #expect(Set(findings.map(\.fingerprint)).count == 2)
        #expect(findings.map(\.fingerprint).first == (try Self.fingerprints(Self.page)).first)
    }

    @Test("A container tells frames apart that are no embeds, and inert ones")
    func otherFrames() throws {
        let lookalike = "<iframe title=x src='https://www.oste0com.me/embed/x'></iframe>"
        let card = Self.untitled.replacing("<iframe", with: "<iframe title=x")
        for (markup, rule) in [
            (lookalike, "embed-host-lookalike"), ("<!-- \(card) -->", "embed-inert"),
            ("<textarea>\(card)</textarea>", "embed-inert"), ("<template>\(card)</template>", "embed-inert"),
            (card.replacing("<", with: "&lt;"), "embed-escaped"),
        ] {
            let contents = try ["main", "aside"].map { name in
                try LintedSite().report("<\(name)>\(markup)</\(name)>").findings(rule).map(\.content)
            }
            #expect(contents.allSatisfy { $0.count == 1 } && contents[0] != contents[1], "\(markup)")
        }
    }

    @Test("What is found between pages has its embed's container, and outlives a further page")
    func betweenPages() throws {
        let card = Self.untitled.replacing("<iframe", with: "<iframe title=x")
        let shared = { (report: Report) in report.findings("partner-user-id-shared").map(\.fingerprint) }
        let two = shared(try LintedSite().report("<main>\(card)</main>", card))
        #expect(two.count == 1)
        #expect(shared(try LintedSite().report("\n<main>\n\(card)</main>", card, card)) == two)
        #expect(shared(try LintedSite().report("<aside>\(card)</aside>", card)) != two)
    }

    @Test("No user's id is in it, whether or not reports show them")
    func users() throws {
        let markup = { (user: String) in
            "<main id='card-of-\(user)'>\(Self.untitled.replacing("u-48213", with: user))</main>"
        }
        let first = try Self.fingerprints(markup("u-48213"))
        #expect(try Self.fingerprints(markup("u-99")) == first)
        var revealing = LintedSite()
        revealing.masking = Masking(reveals: true)
        let revealed = try revealing.report(markup("u-48213")).findings("iframe-title-missing").map(\.fingerprint)
        #expect(revealed == first)
    }

    @Test("A deep page is walked once, not once a frame")
    func deep() throws {
        let deep = String(repeating: "<div id=x>", count: 200) + String(repeating: Self.untitled, count: 200)
        let findings = try LintedSite().report(deep).findings("iframe-title-missing")
        #expect(findings.count == 200)
        #expect(Set(findings.map(\.content)).count == 1 && Set(findings.map(\.fingerprint)).count == 200)
    }
}
