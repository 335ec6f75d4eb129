import HTMLTokenizer
import Testing

/// Where nodes and attributes stand in the text, and what is said of tags.
@Suite("Places in the source")
struct TreeSourceTests {
    /// An element, the tag that made it and its attributes as they stand in the source.
    private func described(_ markup: String, _ name: String) throws -> [String] {
        let text = Array(markup.utf8)
        let document = try HTMLParser.parse(text)
        func slice(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
        let index = try #require(
            document.nodes.indices.first { document.nodes[$0].kind == .element && document.name(of: $0) == name })
        var parts = [document.nodes[index].source.map(slice) ?? "implied"]
        for attribute in document.attributes(of: index) {
            parts.append(
                slice(attribute.source) + "|" + slice(attribute.valueSource) + (attribute.isDuplicate ? "|again" : ""))
        }
        return parts
    }

    @Test(arguments: [
        ("<p>é<iframe src=a></iframe>", "iframe", ["<iframe src=a>", "src=a|a"]),
        (
            #"<IFRAME SRC = "a b" title='c"d'>"#, "iframe",
            [#"<IFRAME SRC = "a b" title='c"d'>"#, #"SRC = "a b"|a b"#, #"title='c"d'|c"d"#]
        ),
        (
            "<iframe allowfullscreen src=''>", "iframe",
            ["<iframe allowfullscreen src=''>", "allowfullscreen|", "src=''|"]
        ),
        ("<iframe/src=a/b/>", "iframe", ["<iframe/src=a/b/>", "src=a/b/|a/b/"]),
        (
            "<iframe src=a src=b SRC=c>", "iframe",
            ["<iframe src=a src=b SRC=c>", "src=a|a", "src=b|b|again", "SRC=c|c|again"]
        ),
        (
            "<iframe src=\"a&amp;b\r\nc\">", "iframe",
            ["<iframe src=\"a&amp;b\r\nc\">", "src=\"a&amp;b\r\nc\"|a&amp;b\r\nc"]
        ),
        ("<iframe =x a=>", "iframe", ["<iframe =x a=>", "=x|", "a=|"]),
        ("<x-é\0 y\0=\0>", "x-é\u{FFFD}", ["<x-é\0 y\0=\0>", "y\0=\0|\0"]),
        ("x", "body", ["implied"]),
        ("<b title=x><p></b>y", "b", ["<b title=x>", "title=x|x"]),
    ])
    func tags(markup: String, name: String, parts: [String]) throws {
        #expect(try described(markup, name) == parts)
    }

    @Test(
        arguments: [
            ("<iframe></iframe>x", true, false, 8), ("<iframe>x", false, false, nil),
            ("<iframe/>x</IFRAME >", true, true, 10),
            ("<iframe>x</iframe", false, false, nil), ("<iframe></iframes></iframe/>", true, false, 18),
        ] as [(String, Bool, Bool, Int?)])
    func ends(markup: String, isClosed: Bool, isSelfClosing: Bool, endTag: Int?) throws {
        let document = try HTMLParser.parse(Array(markup.utf8))
        let node = try #require(document.nodes.first { $0.name == .iframe })
        #expect(node.isClosed == isClosed)
        #expect(node.isSelfClosing == isSelfClosing)
        #expect(node.endTag == endTag)
    }

    @Test(arguments: [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("a\0b", "ab"), ("a&amp;&#13;&#x80;b", "a&\r\u{20AC}b"),
        ("&notit; &noti", "¬it; ¬i"),
        ("a<!-- -->b", "ab"), ("1 < 2 <3</ 4", "1 < 2 <3"), ("<p>a</p\u{B}>b", "ab"), ("a\u{C}b", "a\u{C}b"),
    ])
    func text(markup: String, text: String) throws {
        let document = try HTMLParser.parse(Array(("<body>" + markup).utf8))
        let found = document.nodes.indices.filter { document.nodes[$0].kind == .text }.flatMap { document.text(of: $0) }
        #expect(String(decoding: found, as: UTF8.self).unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test(arguments: [
        ("&copy=1&copyright&copy;", "&copy=1&copyright©"), ("a\r\nb\rc", "a\nb\nc"), ("\0", "\u{FFFD}"),
        ("&colon;&quest;&#150;&#xD800;&#0;&#x110000;", ":?–\u{FFFD}\u{FFFD}\u{FFFD}"), ("&amp;amp;", "&amp;"),
        ("&", "&"),
    ])
    func values(written: String, value: String) throws {
        let document = try HTMLParser.parse(Array("<p title=\"\(written)\">".utf8))
        let node = try #require(document.nodes.indices.first { document.nodes[$0].name == .p })
        let attribute = try #require(document.attributes(of: node).first)
        #expect(String(decoding: document.value(of: attribute), as: UTF8.self) == value)
    }

    /// Text is never cut apart: each node says where it stands, and decodes to what it holds.
    @Test func textsSayWhereTheyStand() throws {
        let text = Array("<p>a&amp;b<i>c</i>\r\nd<table>e<tr>f".utf8)
        let document = try HTMLParser.parse(text)
        for index in document.nodes.indices where document.nodes[index].kind == .text {
            let source = try #require(document.nodes[index].source)
            let mapped = MappedText(decoding: text, source, isAttribute: false)
            #expect(mapped.bytes.elementsEqual(document.text(of: index)))
        }
    }

    @Test func placesSurviveDecoding() {
        let text = Array("ab&amp;c\r\nd\re&lt;".utf8)
        let mapped = MappedText(decoding: text, 1..<text.count, isAttribute: true)
        #expect(String(decoding: mapped.bytes, as: UTF8.self) == "b&c\nd\ne<")
        #expect((0...8).map(mapped.source) == [1, 2, 7, 8, 10, 11, 12, 13, 17])
    }
}
