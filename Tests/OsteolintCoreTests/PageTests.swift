import HTMLTokenizer
import OsteolintCore
import Testing
import WebURL

/// Frames that are elements: their state, URL and order, and how the page leads from one to the other.
@Suite("Pages and their frames")
struct PageTests {
    private let embed = PageReading.embed
    private let frame = PageReading.frame

    @Test func anEmbedKnowsItsFrameAndElement() throws {
        let page = try PageReading("<p><iframe src=/a></iframe>\n<div id=x>\(frame)</div>").page
        #expect(page.frames.count == 2)
        let found = try #require(page.embeds.first)
        #expect(page.embeds.count == 1)
        #expect(found.ordinal == 0)
        #expect(found.state == .live)
        #expect(found.context == "document")
        #expect(found.environment == .production)
        #expect(found.place == Place(path: "course/view.html", range: found.tag))
        #expect(found.excerpt.line(2)?.text == "<div id=x>\(frame)</div>")
        let own = page.frame(of: found)
        #expect(own.ordinal == 1)
        #expect(page.embed(of: own)?.ordinal == 0)
        #expect(page.embed(of: page.frames[0]) == nil)
        let element = try #require(page.element(of: own))
        #expect(element.name == "iframe")
        #expect(element.isHTML)
        #expect(element.attribute("src") == embed)
        #expect(element.ancestors.map(\.name) == ["div", "p", "body", "html"].filter { $0 != "p" })
        #expect(page.startTag(of: element) == found.tag)
        #expect(page.tree.element(withID: "x")?.name == "div")
    }

    @Test(
        arguments: [
            ("<iframe src=e>", "iframe", "https://lms.partner.com/course/e"),
            ("<object data=e>", "object", "https://lms.partner.com/course/e"),
            ("<embed src='//x.example/e'>", "embed", "https://x.example/e"),
            ("<frameset><frame src='?e'>", "frame", "https://lms.partner.com/course/view.html?e"),
            ("<amp-iframe src=/e>", "amp-iframe", "https://lms.partner.com/e"),
            ("<base href=/b/><iframe src=e>", "iframe", "https://lms.partner.com/b/e"),
            ("<template><base href=/b/></template><iframe src=e>", "iframe", "https://lms.partner.com/course/e"),
            ("<base href=/b/><base href=/c/><iframe src=e>", "iframe", "https://lms.partner.com/b/e"),
            ("<base target=_top><base href=/c/><iframe src=e>", "iframe", "https://lms.partner.com/c/e"),
            ("<iframe src='http://['>", "iframe", nil), ("<iframe>", "iframe", nil),
            ("<svg><iframe src=a></iframe></svg><iframe src=e>", "iframe", "https://lms.partner.com/course/e"),
            (
                "<meta charset=windows-1251><iframe src='?ж'>", "iframe",
                "https://lms.partner.com/course/view.html?%D0%B6"
            ),
        ] as [(String, String, String?)])
    func urls(markup: String, element: String, url: String?) throws {
        let frames = try PageReading(markup).page.frames
        #expect(frames.map(\.element) == [element])
        #expect(frames.first?.url?.href == url)
    }

    @Test func aQueryIsWrittenInThePagesEncoding() throws {
        let bytes = Array("<meta charset=windows-1251><iframe src='?".utf8) + [0xE6] + Array("'>".utf8)
        let page = try PageReading(bytes).page
        #expect(page.encoding.encoding == .windows1251)
        #expect(page.frames.first?.url?.query == "%E6")
    }

    @Test(arguments: [
        ("<iframe data-src='E'></iframe>", "data-src"),
        ("<iframe src=about:blank data-cmp-src='E'></iframe>", "data-cmp-src"),
        ("<iframe class=optanon-category-C0004 data-src='E'></iframe>", "data-src"),
        ("<iframe suppressedsrc='E' src='data:text/html,'></iframe>", "suppressedsrc"),
        ("<amp-iframe src='E'></amp-iframe>", "amp-iframe"),
        ("<object data=about:blank data-src='E'></object>", "data-src"),
    ])
    func deferred(markup: String, context: String) throws {
        let page = try PageReading(markup.replacing("E", with: embed)).page
        let found = try #require(page.embeds.first)
        #expect(found.state == .deferred)
        #expect(found.context == context)
        #expect(found.url.source.text == embed)
        #expect(page.frames.count == 1)
    }

    @Test func framesStandInSourceOrderAndElementsInTreeOrder() throws {
        let page = try PageReading("<table><tr><td><iframe src=1></iframe></td><iframe src=2></iframe></table>").page
        #expect(page.frames.map { $0.source?.value.text } == ["1", "2"])
        #expect(page.frames.map(\.ordinal) == [0, 1])
        #expect(page.frameElements.map { $0.source?.value.text } == ["2", "1"])
    }

    @Test func aSecondAttributeOfANameIsDropped() throws {
        let page = try PageReading("<iframe src=1 src=2 title=a SRC=3>").page
        #expect(page.frames.first?.attributes.map(\.name) == ["src", "title"])
        #expect(page.frames.first?.droppedAttributes.map(\.value.text) == ["2", "3"])
    }

    @Test func noscriptDependsOnScripting() throws {
        let markup = "<noscript>\(frame)</noscript>"
        #expect(try PageReading(markup).page.embeds.map(\.state) == [.inert])
        #expect(try PageReading(markup, scripting: false).page.embeds.map(\.state) == [.live])
    }

    @Test func templatesAndShadowTrees() throws {
        let page = try PageReading(
            "<template>\(frame)</template><div><template shadowrootmode=open>\(frame)</template></div>"
        ).page
        #expect(page.embeds.map(\.state) == [.inert, .live])
        let elements = page.frames.compactMap(page.element)
        #expect(elements.map(\.isInTemplate) == [true, false])
        #expect(elements.map(\.isInShadowTree) == [false, true])
    }

    @Test func unclosedIframes() throws {
        let page = try PageReading("<iframe src=1></iframe><iframe src=2/><p>").page
        let elements = page.frames.compactMap(page.element)
        #expect(elements.map(\.isClosed) == [true, false])
        #expect(elements.map(\.isSelfClosing) == [false, false])
        #expect(elements.last?.text == "<p>")
    }

    /// Names that XML cannot have, and names that look like their spelling.
    @Test(arguments: [
        "a:=1 a_x3a_=2", "_x3a_=1 :=2", "xmlns=1 _xmlns=2 xmlns:x=3", "xml:lang=de lang=de xml:space=preserve",
        "\"=1 '=2 <=3 é=4 É=5", "=x=1 ==2", "1=1 -=2 .=3", "constructor=1 __proto__=2",
    ])
    func oddAttributes(attributes: String) throws {
        let page = try PageReading("<iframe \(attributes) src='\(embed)'>").page
        let element = try #require(page.frames.first.flatMap(page.element))
        #expect(element.attribute("src") == embed)
        #expect(page.frames.first?.attributes.count == attributes.split(separator: " ").count + 1)
    }

    @Test(arguments: ["shadow.root", "x:y", "svg:iframe", "a\"b", "document", "xmlns", "é-à", "_", "x_x3a_y"])
    func oddElements(name: String) throws {
        let page = try PageReading(
            "<\(name.first?.isLetter == true && name.first?.isASCII == true ? "" : "x")\(name)>\(frame)"
        ).page
        #expect(page.embeds.count == 1)
        #expect(page.embeds.first?.state == .live)
    }
}
