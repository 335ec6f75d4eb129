import HTMLTokenizer
import Testing

/// Heads, framesets, templates, shadow roots, depth and limits.
@Suite("Tree construction of whole documents")
struct TreeDocumentTests {
    @Test(arguments: [
        ("<title>a</title>b", #"html(head(title("a")) body("b"))"#),
        (
            " <!--a--><!DOCTYPE html> <!--b--> <html> <!--c--> <head> ",
            #"<!--a--> <!--b--> html(<!--c--> head(" "))"#
        ),
        ("<head></head><meta name=a><p>", #"html(head(meta[name="a"]) body(p))"#),
        ("<head></head> <title>a</title> x", #"html(head(title("a")) "  " body("x"))"#),
        ("<title><!--</title>-->", #"html(head(title("<!--")) body("-->"))"#),
        ("<head><style><p></style><body><style><p></style>", #"html(head(style("<p>")) body(style("<p>")))"#),
        (
            "<frameset><frame src=a><frame src=b></frameset>",
            #"html(head frameset(frame[src="a"] frame[src="b"]))"#
        ),
        ("<p></p><frameset><frame src=a>", #"html(head frameset(frame[src="a"]))"#),
        ("x<frameset><frame src=a>", #"html(head body("x"))"#),
        ("<iframe></iframe><frameset><frame src=a>", #"html(head body(iframe))"#),
        (
            "<frameset><p>x</p><frame src=a></frameset><noframes><p></noframes><p>",
            #"html(head frameset(frame[src="a"]) noframes("<p>"))"#
        ),
        (
            "<frameset><frameset><frame></frameset><frame></frameset>",
            #"html(head frameset(frameset(frame) frame))"#
        ),
    ])
    func documents(markup: String, outline: String) throws {
        #expect(try TreeOutline(markup).whole == outline)
    }

    @Test(arguments: [
        ("<template><iframe src=a></iframe></template>x", #"template(iframe[src="a"]) "x""#),
        ("<template><tr><td>x</template>", #"template(tr(td("x")))"#),
        ("<template><td>x</td><p>y</template>", #"template(td("x") p("y"))"#),
        ("<template><col><p>x</template>", #"template(col)"#),
        (
            "<table><template><tr><iframe src=a></iframe></tr></template></table>",
            #"table(template(tr iframe[src="a"]))"#
        ),
        ("<template><b></template>x", #"template(b) "x""#),
        ("<template>a<template>b</template>c</template>d", #"template("a" template("b") "c") "d""#),
        ("<template><body a=1><frameset><html b=2></template>", "template"),
        ("<p></template>x", #"p("x")"#),
    ])
    func templates(markup: String, outline: String) throws {
        #expect(try TreeOutline("<body>" + markup).contents(of: "body") == outline)
    }

    /// The root stands before the host's children, as in Chromium's table.
    @Test(arguments: [
        ("<div>a<template shadowrootmode=open>b</template>c</div>", #"div(#open("b") "ac")"#),
        ("<div><template shadowrootmode=CLOSED>b</template></div>", #"div(#closed("b"))"#),
        (
            "<x-card><template shadowrootmode=open><iframe src=a></iframe></template>",
            #"x-card(#open(iframe[src="a"]))"#
        ),
        ("<div><template shadowrootmode=none>b</template></div>", #"div(template[shadowrootmode="none"]("b"))"#),
        ("<button><template shadowrootmode=open>b", #"button(template[shadowrootmode="open"]("b"))"#),
        ("<font-face><template shadowrootmode=open>b", #"font-face(template[shadowrootmode="open"]("b"))"#),
        (
            "<p><template shadowrootmode=open>a</template><template shadowrootmode=open>b</template>",
            #"p(#open("a") template[shadowrootmode="open"]("b"))"#
        ),
    ])
    func shadowRoots(markup: String, outline: String) throws {
        #expect(try TreeOutline("<body>" + markup).contents(of: "body") == outline)
    }

    @Test(arguments: [
        (
            "<noscript><iframe src=a></iframe></noscript>",
            #"noscript("<iframe src=a></iframe>")"#, #"noscript(iframe[src="a"])"#
        ),
        ("<noscript></noscript-x></noscript>a", #"noscript("</noscript-x>") "a""#, #"noscript "a""#),
        ("<noscript><!--</noscript>-->", #"noscript("<!--") "-->""#, #"noscript(<!--</noscript>-->)"#),
    ])
    func noscript(markup: String, on: String, off: String) throws {
        #expect(try TreeOutline("<body>" + markup).contents(of: "body") == on)
        let options = HTMLParser.Options(scripting: false)
        #expect(try TreeOutline("<body>" + markup, options: options).contents(of: "body") == off)
    }

    @Test func noscriptInTheHead() throws {
        let markup = "<head><noscript><link><iframe src=a></iframe></noscript>"
        #expect(try TreeOutline(markup).whole == #"html(head(noscript("<link><iframe src=a></iframe>")))"#)
        let off = try TreeOutline(markup, options: HTMLParser.Options(scripting: false)).whole
        #expect(off == #"html(head(noscript(link)) body(iframe[src="a"]))"#)
    }

    /// Chromium keeps 512 levels below the root; deeper elements become siblings.
    @Test(arguments: [(510, 512), (511, 513), (512, 513), (600, 513), (10_000, 513)])
    func depth(elements: Int, depth: Int) throws {
        #expect(try TreeOutline(String(repeating: "<div>", count: elements)).depth == depth)
    }

    @Test func limitsAreNamed() throws {
        let options = HTMLParser.Options(maximumNodes: 100, maximumDepth: 50)
        #expect(throws: HTMLParseFailure.tooDeep(limit: 50)) {
            try TreeOutline(String(repeating: "<div>", count: 60), options: options)
        }
        #expect(throws: HTMLParseFailure.tooManyNodes(limit: 100)) {
            try TreeOutline(String(repeating: "<br>", count: 110), options: options)
        }
        #expect(try TreeOutline(String(repeating: "<br>", count: 90), options: options).depth == 3)
    }

    @Test func copiesOfFormattingElementsCountToo() throws {
        let formatting = (0..<50).map { "<b id=\($0)>" }.joined()
        let paragraphs = String(repeating: "<p>x</p>", count: 1_000)
        #expect(throws: HTMLParseFailure.tooManyNodes(limit: 10_000)) {
            let options = HTMLParser.Options(maximumNodes: 10_000)
            _ = try TreeOutline("<div>\(formatting)</div>" + paragraphs, options: options)
        }
    }
}
