import HTMLTokenizer
import Testing

/// Tables and what is fostered out of them: the HTML Standard, sections 13.2.6.1 and 13.2.6.4.9 to 13.2.6.4.15.
@Suite("Tree construction in tables")
struct TreeTableTests {
    private func body(_ markup: String, doctype: String = "<!DOCTYPE html>") throws -> String {
        try TreeOutline(doctype + "<body>" + markup).contents(of: "body")
    }

    @Test(arguments: [
        ("<table><p>a</p><tr><td>b</table>", #"p("a") table(tbody(tr(td("b"))))"#),
        ("<table>x<tr><td>y</td>z</tr></table>", #""xz" table(tbody(tr(td("y"))))"#),
        ("<table><b>1<tr><td>2", #"b("1") table(tbody(tr(td("2"))))"#),
        ("<table><b>1<tr>2", #"b("1") b("2") table(tbody(tr))"#),
        ("<table> <tr> <td>x", #"table(" " tbody(tr(" " td("x"))))"#),
        (
            "<table><iframe src=a></iframe><tr><td><iframe src=b></iframe></table>",
            #"iframe[src="a"] table(tbody(tr(td(iframe[src="b"]))))"#
        ),
        (
            "<table><tr><td>1</td><iframe src=a></iframe><iframe src=b></iframe></table>",
            #"iframe[src="a"] iframe[src="b"] table(tbody(tr(td("1"))))"#
        ),
        ("<table><input type=hidden><input><tr><td></table>", #"input table(input[type="hidden"] tbody(tr(td)))"#),
        ("<table><form id=f><input></form></table>", #"input table(form[id="f"])"#),
        ("<div><table><a>1</a></table>2</div>", #"div(a("1") table "2")"#),
        ("<table><td><table><i>a</table>b", #"table(tbody(tr(td(i("a") table i("b")))))"#),
        ("<table><!--a--><tr><!--b-->", #"table(<!--a--> tbody(tr(<!--b-->)))"#),
        ("<table><script>a</script><style>b</style>", #"table(script("a") style("b"))"#),
        ("<table><svg><tr></svg><tr>", #"svg:svg(svg:tr) table(tbody(tr))"#),
    ])
    func fosterParenting(markup: String, outline: String) throws {
        #expect(try body(markup) == outline)
    }

    @Test(arguments: [
        ("<table><caption>a<tr><td>b", #"table(caption("a") tbody(tr(td("b"))))"#),
        ("<table><col><td>x", #"table(colgroup(col) tbody(tr(td("x"))))"#),
        ("<table><colgroup><col>x<col></table>", #""x" table(colgroup(col) colgroup(col))"#),
        ("<table><thead><th>a<tfoot><td>b<tbody>", #"table(thead(tr(th("a"))) tfoot(tr(td("b"))) tbody)"#),
        ("<table><tr><td>1<td>2<th>3<tr><td>4", #"table(tbody(tr(td("1") td("2") th("3")) tr(td("4"))))"#),
        ("<table><tr><td><p>1</td>2", #""2" table(tbody(tr(td(p("1")))))"#),
        ("<table><tr><td>1</table>2</td>3", #"table(tbody(tr(td("1")))) "23""#),
        ("<table>a<table>b", #""a" table "b" table"#),
        (
            "<table><tr><td><table><tr><td>x</td></tr></table>y</td></tr></table>",
            #"table(tbody(tr(td(table(tbody(tr(td("x")))) "y"))))"#
        ),
        ("<table><caption><table><td>a</caption>b", #"table(caption(table(tbody(tr(td("ab"))))))"#),
    ])
    func cellsAndRows(markup: String, outline: String) throws {
        #expect(try body(markup) == outline)
    }

    @Test func aTableEndsAParagraphUnlessInQuirksMode() throws {
        #expect(try body("<p>a<table></table>b") == #"p("a") table "b""#)
        #expect(try body("<p>a<table></table>b", doctype: "") == #"p("a" table "b")"#)
        let old = #"<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">"#
        #expect(try body("<p>a<table></table>b", doctype: old) == #"p("a" table "b")"#)
    }

    @Test func aSrcdocIsNeverInQuirksMode() throws {
        let outline = try TreeOutline("<p>a<table></table>b", options: HTMLParser.Options(isSrcdoc: true))
        #expect(outline.contents(of: "body") == #"p("a") table "b""#)
    }
}
