import OsteolintCore
import Testing
import WebURL

/// Osteocom's frames where a browser makes no element of them, or none that it loads; ↓ marks the frame's place.
@Suite("Inert markup")
struct InertMarkupTests {
    private static let escaped = PageReading.frame.replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    private static let inScript = PageReading.frame.replacing("\"", with: "\\\"").replacing("/", with: "\\/")
    private static let inSrcdoc = PageReading.frame.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")

    @Test(arguments: [
        ("comment", "<p>\n <!-- ↓[frame] -->"),
        ("comment", "<p>\n<!--[if IE]>\n  ↓[frame]<![endif]-->"),
        ("comment", "<!x ↓[frame]"),
        ("comment", "<?php echo '↓[frame]' ?>"),
        ("comment", "<p></ ↓[frame]"),
        ("template", "<template>\n\t↓[frame]</template>"),
        ("template", "<table><template><tr><td>↓[frame]</template></table>"),
        ("noscript", "<head><noscript>\né ↓[frame]</noscript>"),
        ("noscript", "<body><noscript>\n<div>↓[frame]</div></noscript>"),
        ("title", "<title>a\n↓[frame]</title>"),
        ("textarea", "<textarea>\n\n↓[frame]</textarea>"),
        ("style", "<style>\n/* ↓[frame] */</style>"),
        ("xmp", "<xmp>↓[frame]</xmp>"),
        ("noembed", "<noembed>↓[frame]</noembed>"),
        ("noframes", "<frameset><noframes>\n↓[frame]</noframes></frameset>"),
        ("plaintext", "<plaintext></plaintext>\n↓[frame]"),
        ("cdata", "<p><![CDATA[ ↓[frame] ]]>"),
        ("cdata", "<svg><![CDATA[\n↓[frame]]]></svg>"),
        ("iframe-content", "<iframe src=/a/>\n<p>↓[frame]"),
        ("srcdoc", "<p>\n↓<iframe srcdoc='<p>Soon</p>' src=\"[url]\"></iframe>"),
        ("script", "<script>\nlet a = '↓[frame]'</script>"),
        ("script", "<script type=module>x(\"↓[script]\")</script>"),
        ("script", "<script>\nx(\"\\u003c!-- 😀 -->\" + \"↓[script]\")</script>"),
        ("json", "<script type='application/ld+json'>{\"a\":\n\"é ↓[script]\"}</script>"),
        ("text", "<pre>\n<code>&amp; ↓[escaped]&gt;</code></pre>"),
        ("text", "<p>&#60;b> é\n↓[escaped]"),
    ])
    func contexts(context: String, marked: String) throws {
        let (markup, places) = PageReading.unmarked(marked)
        let page = try PageReading(Self.filled(markup)).page
        let found = try #require(page.embeds.first)
        #expect(page.embeds.count == 1)
        #expect(found.state == .inert)
        #expect(found.context == context)
        #expect([found.tag.start] == places)
        #expect(found.url.source.text == PageReading.embed)
        #expect(found.url.url.href == PageReading.embed)
        #expect(found.url.parameter(.partnerUserID)?.value == "u-48213")
        #expect(found.element == "iframe")
    }

    private static func filled(_ markup: String) -> String {
        markup.replacing("[frame]", with: PageReading.frame).replacing("[escaped]", with: escaped)
            .replacing("[script]", with: inScript)
            .replacing("[url]", with: PageReading.embed.replacing("&", with: "&amp;"))
    }

    /// Where a value stands in escaped text: each escape is as wide as it is written.
    @Test func placesInsideEscapedText() throws {
        let page = try PageReading(
            "<p>\n&lt;iframe src=&quot;\(PageReading.embed.replacing("&", with: "&amp;"))&quot;&gt;"
        ).page
        let embed = try #require(page.embeds.first)
        #expect(embed.tag.start == SourceLocation(line: 2, column: 1))
        #expect(embed.attribute.start == SourceLocation(line: 2, column: 12))
        #expect(embed.url.source.range.start == SourceLocation(line: 2, column: 22))
        let field = try #require(embed.url.parameter(.productID)).field
        let written = "&lt;iframe src=&quot;" + PageReading.embed.replacing("&", with: "&amp;")
        let column = try #require(written.firstRange(of: "productId")).lowerBound.utf16Offset(in: written) + 1
        #expect(embed.url.source.range(field.nameRange).start == SourceLocation(line: 2, column: column))
    }

    @Test func placesInsideAScript() throws {
        let page = try PageReading(
            "<script>\nx = \"<iframe src=\\\"\(PageReading.embed.replacing("/", with: "\\/"))\\\">\"</script>"
        ).page
        let embed = try #require(page.embeds.first)
        #expect(embed.tag.start == SourceLocation(line: 2, column: 6))
        #expect(embed.attribute.start == SourceLocation(line: 2, column: 14))
        #expect(embed.url.source.range.start == SourceLocation(line: 2, column: 20))
        let field = try #require(embed.url.parameter(.clientID)).field
        let column = 20 + #"https:\/\/www.osteocom.me\/embed\/course?"#.count
        #expect(embed.url.source.range(field.nameRange).start == SourceLocation(line: 2, column: column))
    }

    /// The frames of a `srcdoc` document are live, and stand where the attribute does.
    @Test func srcdocDocuments() throws {
        let (markup, places) = PageReading.unmarked("<p>\n <iframe ↓srcdoc=\"<p>\n\(Self.inSrcdoc)\"></iframe>")
        let page = try PageReading(markup).page
        #expect(page.frames.map(\.state) == [.live, .live])
        let embed = try #require(page.embeds.first)
        #expect(page.embeds.count == 1)
        #expect(embed.state == .live)
        #expect(embed.context == "document")
        #expect([embed.tag.start] == places)
        #expect(embed.url.source.text == PageReading.embed)
        #expect(embed.url.source.range.start.line == 3)
        #expect(page.element(of: page.frame(of: embed)) == nil)
        #expect(page.frameElements.count == 1)
    }

    @Test func srcdocInSrcdoc() throws {
        func nested(_ depth: Int) -> String {
            (0..<depth).reduce(PageReading.frame) { inner, _ in
                "<iframe srcdoc=\"\(inner.replacing("&", with: "&amp;").replacing("\"", with: "&quot;"))\"></iframe>"
            }
        }
        let page = try PageReading(nested(3)).page
        #expect(page.embeds.map(\.url.source.text) == [PageReading.embed])
        #expect(page.embeds.first?.tag == page.frames[0].attribute("srcdoc")?.range)
        #expect(try PageReading(nested(8)).page.embeds.count == 1)
        #expect(throws: PageFailure.srcdocTooDeep(limit: 8)) { try PageReading(nested(9)) }
    }

    @Test(arguments: [
        "<!-- <iframe src=https://player.example/embed/a></iframe> -->",
        "<!-- <iframe src=\"https://www.osteocom.me/embed/a -->",
        "<!-- < iframe src=https://www.osteocom.me/embed/a> -->", "<!-- <iframe src=https://www.osteocom.me/kurs> -->",
        "<p>https://www.osteocom.me/embed/a</p>", "<a href=https://www.osteocom.me/embed/a>x</a>",
        "<p>&amp;lt;iframe src=https://www.osteocom.me/embed/a&amp;gt;</p>",
    ])
    func noFrameOfOsteocoms(markup: String) throws {
        #expect(try PageReading(markup).page.embeds.isEmpty)
    }
}
