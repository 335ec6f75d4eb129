import HTMLTokenizer
import Testing

/// What tree construction makes of a body: the HTML Standard, section 13.2.6.4.7.
@Suite("Tree construction in the body")
struct TreeBodyTests {
    private func body(_ markup: String) throws -> String {
        try TreeOutline("<!DOCTYPE html><body>" + markup).contents(of: "body")
    }

    @Test(arguments: [
        ("<b>1<p>2</b>3</p>", #"b("1") p(b("2") "3")"#),
        ("<a>1<div>2<div>3</a>4</div>5</div>", #"a("1") div(a("2") div(a("3") "4") "5")"#),
        ("<b><i>1</b>2</i>", #"b(i("1")) i("2")"#),
        ("<a href=1>x<a href=2>y", #"a[href="1"]("x") a[href="2"]("y")"#),
        ("<a href=1><p><a href=2>y", #"a[href="1"] p(a[href="1"] a[href="2"]("y"))"#),
        ("<p><b><b><b><b>x</p>y", #"p(b(b(b(b("x"))))) b(b(b("y")))"#),
        (
            "<p><b id=1><b id=2><b id=3><b id=4>x</p>y",
            [
                #"p(b[id="1"](b[id="2"](b[id="3"](b[id="4"]("x")))))"#,
                #"b[id="1"](b[id="2"](b[id="3"](b[id="4"]("y"))))"#,
            ].joined(separator: " ")
        ),
        ("<nobr>a<nobr>b", #"nobr("a") nobr("b")"#),
        ("<div></b>x", #"div("x")"#),
        ("<i><div>1</i>2<object>3</i>4</object>5", #"i div(i("1") "2" object("34") "5")"#),
        ("<b>1<marquee>2</b>3</marquee>4</b>5", #"b("1" marquee("23") "4") "5""#),
    ])
    func adoptionAgency(markup: String, outline: String) throws {
        #expect(try body(markup) == outline)
    }

    @Test(arguments: [
        ("<p>a<div>b</p>c", #"p("a") div("b" p "c")"#),
        ("<ul><li>1<li>2<p>3<li>4</ul>", #"ul(li("1") li("2" p("3")) li("4"))"#),
        ("<ul><li>1<ul><li>2</ul><li>3</ul>", #"ul(li("1" ul(li("2"))) li("3"))"#),
        ("<dl><dt>a<dd>b<dt>c</dl>", #"dl(dt("a") dd("b") dt("c"))"#),
        ("<h1>a<h2>b</h1>c", #"h1("a") h2("b") "c""#),
        ("<button>a<button>b", #"button("a") button("b")"#),
        ("a</br>b", #""a" br "b""#),
        ("<image src=a>", #"img[src="a"]"#),
        ("<form id=1><form id=2>x", #"form[id="1"]("x")"#),
        ("<form><div></form>x", #"form(div("x"))"#),
        ("<ruby>a<rb>b<rt>c<rp>d</ruby>", #"ruby("a" rb("b") rt("c") rp("d"))"#),
        ("<iframe src=1/>a<b>c</iframe>d", #"iframe[src="1/"]("a<b>c") "d""#),
        ("<iframe src=1 />a", #"iframe[src="1"]("a")"#),
        ("<embed src=a>x<br>y<wbr>", #"embed[src="a"] "x" br "y" wbr"#),
        ("<object data=a><embed src=b><p>c</object>d", #"object[data="a"](embed[src="b"] p("c")) "d""#),
        ("<plaintext>a</plaintext><b>", #"plaintext("a</plaintext><b>")"#),
        ("<xmp><b></xmp><noembed><i></noembed>", #"xmp("<b>") noembed("<i>")"#),
        ("<td>a</td><tr>b<frame>c<head>d", #""abcd""#),
        ("a</body>b</html>c<!--d-->", #""abc" <!--d-->"#),
        ("<body title=a class=b>x", #""x""#),
        ("<pre>\n\nx</pre>", #"pre("\nx")"#),
        ("<pre><!--a-->\nx</pre>", #"pre(<!--a--> "\nx")"#),
        ("<listing>\r\nx</listing>", #"listing("x")"#),
        ("<textarea>\n\n<p>&amp;</textarea>", #"textarea("\n<p>&")"#),
        ("<script><!--<script></script>a--></script>b", #"script("<!--<script></script>a-->") "b""#),
        ("<script><!--</script>a", #"script("<!--") "a""#),
    ])
    func elements(markup: String, outline: String) throws {
        #expect(try body(markup) == outline)
    }

    /// As browsers do since the `select` element became customisable: nearly anything may stand in it.
    @Test(arguments: [
        (
            "<select><option>1<option>2<div><iframe src=a></iframe></div></select>",
            #"select(option("1") option("2" div(iframe[src="a"])))"#
        ),
        ("<select>a<select>b", #"select("a") "b""#),
        ("<select>a<input>b", #"select("a") input "b""#),
        ("<select><optgroup><option>a<hr><option>b</select>", #"select(optgroup(option("a")) hr option("b"))"#),
        ("<select><optgroup><option>a<optgroup>b</select>", #"select(optgroup(option("a")) optgroup("b"))"#),
        ("<option>a<option>b", #"option("a") option("b")"#),
        ("<table><tr><td><select><option>a</table>b", #"table(tbody(tr(td(select(option("a")))))) "b""#),
    ])
    func selects(markup: String, outline: String) throws {
        #expect(try body(markup) == outline)
    }

    @Test func attributesOfTheBodyAreMerged() throws {
        let outline = try TreeOutline("<html a=1><body b=2><p><html a=3 c=4><body b=5 d=6>x").whole
        #expect(outline == #"html[a="1" c="4"](head body[b="2" d="6"](p("x")))"#)
    }
}
