import OsteolintCore
import Testing
import WebURL

@Suite("Deferred URLs")
struct DeferredSourceTests {
    private let embed = "https://www.osteocom.me/embed/course?clientId=kT4mRZ81qLwYc0dXaB2e"

    private func find(_ attributes: KeyValuePairs<String, String>, in element: String = "iframe") -> DeferredSource? {
        let start = SourceLocation(line: 1, column: 1)
        let listed = attributes.map { name, value in
            let text = LocatedText(value, runs: [.init(offset: 0, location: start)], end: start)
            return FrameAttribute(name: name, value: text, range: SourceRange(start: start, end: start))
        }
        let base = WebURL("https://lms.partner.com/courses/a.html")
        return DeferredSource.find(in: element, attributes: listed, base: base, configuration: Configuration())
    }

    @Test func managersByTheirAttribute() {
        let names = [
            "data-cookieblock-src": "Cookiebot", "data-cmp-src": "consentmanager", "data-src-cmplz": "Complianz",
            "suppressedsrc": "iubenda", "data-suppressedsrc": "iubenda", "uc-src": "Usercentrics",
            "data-lazy-src": "a lazy loader", "data-src": "a lazy loader or a consent manager",
            "data-x-src": "a script",
        ]
        for (attribute, name) in names {
            let source = find([attribute: embed, "src": "about:blank"])
            #expect(source?.attribute.name == attribute)
            #expect(source?.loader.name == name)
        }
    }

    @Test func managersByTheirMarks() {
        #expect(find(["data-src": embed, "class": "card optanon-category-C0004"])?.loader.name == "OneTrust")
        #expect(find(["data-src": embed, "data-usercentrics": "Osteocom"])?.loader.name == "Usercentrics")
        #expect(find(["data-src": embed, "data-name": "osteocom"])?.loader.name == "Klaro")
        #expect(find(["data-src": embed, "class": "_iub_cs_activate"])?.loader.name == "iubenda")
        #expect(find(["class": "lazyload", "data-src": embed])?.loader.trigger == .visibility)
        #expect(find(["data-src-cmplz": embed])?.loader.trigger == .consent)
    }

    @Test(arguments: ["", "about:blank", "data:text/html,", "https://player.example/blocked.html", "/blocked.html"])
    func stands(inFor source: String) {
        #expect(find(["src": source, "data-src": embed])?.attribute.value.text == embed)
    }

    @Test func ownURLComesFirst() {
        #expect(find(["src": embed]) == nil)
        #expect(find(["src": embed, "data-src": embed]) == nil)
        #expect(find(["data-src": embed, "src": "www.osteocom.me/embed/course"]) == nil)
    }

    @Test func objectsHoldTheirURLInData() {
        #expect(find(["data": embed, "data-src": embed], in: "object") == nil)
        #expect(find(["data": "about:blank", "data-src": embed], in: "object") != nil)
    }

    @Test func elementsOfAMP() {
        let source = find(["src": embed], in: "amp-iframe")
        #expect(source?.attribute.name == "src")
        #expect(source?.loader.name == "AMP's runtime")
        #expect(find(["src": "https://player.example/"], in: "amp-iframe") == nil)
    }

    @Test func faultyURLsAreHeldToo() {
        #expect(find(["data-src": "www.osteocom.me/embed/course"]) != nil)
        #expect(find(["data-src": "https://www.osteocom.com/embed/course"]) != nil)
        #expect(find(["data-src": "http://www.osteocom.me/embed/course"]) != nil)
    }

    @Test func othersStayAsTheyAre() {
        #expect(find(["data-src": "https://player.example/v/7"]) == nil)
        #expect(find(["data-title": embed, "src": "about:blank"]) == nil)
        #expect(find(["data-src": "https://www.osteocom.me/player/7"]) == nil)
    }
}
