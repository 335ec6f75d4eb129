import HTMLTokenizer
import Testing

/// SVG and MathML in a page: the HTML Standard, section 13.2.6.5.
@Suite("Tree construction in foreign content")
struct TreeForeignTests {
    private func body(_ markup: String) throws -> String {
        try TreeOutline("<!DOCTYPE html><body>" + markup).contents(of: "body")
    }

    @Test(arguments: [
        ("<svg><p>x", #"svg:svg p("x")"#),
        ("<svg><g><g><div>x</svg>y", #"svg:svg(svg:g(svg:g)) div("xy")"#),
        ("<svg><font>x</font></svg>", #"svg:svg(svg:font("x"))"#),
        ("<svg><font color=red>x", #"svg:svg font[color="red"]("x")"#),
        ("<svg></p>x", #"svg:svg p "x""#),
        ("<svg></br>x", #"svg:svg br "x""#),
        ("<math><annotation-xml><p>x", #"math:math(math:annotation-xml) p("x")"#),
        ("<svg><embed src=a>", #"svg:svg embed[src="a"]"#),
    ])
    func breakout(markup: String, outline: String) throws {
        #expect(try body(markup) == outline)
    }

    @Test(arguments: [
        ("<svg><title><iframe src=a></iframe></title></svg>", #"svg:svg(svg:title(iframe[src="a"]))"#),
        ("<svg><desc><p>x</desc>y</svg>z", #"svg:svg(svg:desc(p("xyz")))"#),
        ("<svg><desc><b>x</b></desc>y</svg>z", #"svg:svg(svg:desc(b("x")) "y") "z""#),
        ("<svg><foreignObject><div>x</div></foreignObject></svg>y", #"svg:svg(svg:foreignobject(div("x"))) "y""#),
        ("<math><mi><p>x</p></mi></math>y", #"math:math(math:mi(p("x"))) "y""#),
        ("<math><mi><mglyph>x", #"math:math(math:mi(math:mglyph("x")))"#),
        (
            #"<math><annotation-xml encoding="TEXT/html"><p>x"#,
            #"math:math(math:annotation-xml[encoding="TEXT/html"](p("x")))"#
        ),
        ("<math><annotation-xml><svg><g>", #"math:math(math:annotation-xml(svg:svg(svg:g)))"#),
    ])
    func integrationPoints(markup: String, outline: String) throws {
        #expect(try body(markup) == outline)
    }

    @Test(arguments: [
        ("<svg><iframe src=a><b></iframe>", #"svg:svg(svg:iframe[src="a"]) b"#),
        ("<svg><g/><g>x</g></svg>", #"svg:svg(svg:g svg:g("x"))"#),
        ("<svg/>x", #"svg:svg "x""#),
        ("<svg><style><iframe></style></svg>x", #"svg:svg(svg:style(svg:iframe)) "x""#),
        ("<svg><script><a></script></svg>x", #"svg:svg(svg:script(svg:a)) "x""#),
        ("<svg><textarea><x-y></textarea></X-Y>", #"svg:svg(svg:textarea(svg:x-y))"#),
        ("<svg><![CDATA[<p>&amp;]]]>a</svg>", #"svg:svg(cdata"<p>&amp;]" "a")"#),
        ("<svg><title><![CDATA[a]]></title></svg>", #"svg:svg(svg:title(cdata"a"))"#),
        ("<svg><title><p><![CDATA[a]]>", #"svg:svg(svg:title(p(<![CDATA[a]]>)))"#),
        ("<p><![CDATA[a]]>b", #"p(<![CDATA[a]]> "b")"#),
        ("<svg>a\0b", #"svg:svg("a\#u{FFFD}b")"#),
    ])
    func contents(markup: String, outline: String) throws {
        #expect(try body(markup) == outline)
    }
}
