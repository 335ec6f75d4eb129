import Testing

@testable import OsteolintCore

@Suite("String expressions are read without running them")
struct ScriptEvaluatorTests {
    /// What the argument of the last `use(…)` in a script comes to.
    private func evaluate(_ script: String) -> ScriptText? {
        let text = Array(script.utf8)
        var lexer = ScriptLexer(text, 0..<text.count)
        guard let tokens = ScriptTokens(&lexer),
            let use = (0..<tokens.count).last(where: { tokens.says($0, "use") })
        else { return nil }
        var evaluator = ScriptEvaluator(tokens, ScriptBindings(tokens))
        return evaluator.whole((use + 2)..<tokens.closing(use + 1))
    }

    private static let expressions: [(script: String, text: String)] = [
        (#"use('a' + "b" + `c`)"#, "abc"),
        ("use('a' + x + 'b')", "a${value}b"),
        ("use(`a${x}b${'c'}`)", "a${value}bc"),
        ("use(`a${`b${1}`}`)", "ab1"),
        ("use('a'.concat('b', x).concat('c'))", "ab${value}c"),
        ("use(['a=1', 'b=' + x].join('&'))", "a=1&b=${value}"),
        ("use(['a', 'b'].join(''))", "ab"),
        ("use(('a' + 'b') + 'c')", "abc"),
        (#"use('https:\/\/a\u002Fb\x2Fc\u{2F}d')"#, "https://a/b/c/d"),
        (#"use('\uD83E\uDDB4')"#, "🦴"),
        ("use('a\\\nb')", "ab"),
        ("use(encodeURIComponent('a b') + encodeURIComponent(x))", "a%20b${value}"),
        ("use('?id=' + String(id) + '&x=' + x.toString())", "?id=${value}&x=${value}"),
        ("const a = 'b'; use(a + 'c')", "bc"),
        ("const a = 'b', c = a + 'd'; use(c)", "bd"),
        ("let a = 'b'; a = 'c'; use(a)", "${value}"),
        ("let a; a = 'b'; use(a)", "b"),
        ("a = 'b'; function f() { use(a) }", "b"),
        ("let a = 'b'; a += '&c=' + x; a += '&d'; use(a)", "b&c=${value}&d"),
        ("const a = 'b'; function f(a) { use(a) }", "${value}"),
        ("const a = 'b'; const f = a => use(a)", "${value}"),
        ("const a = 'b'; const f = (c) => use(a)", "b"),
        ("const a = 'b'; const f = ({a}) => { use(a) }", "${value}"),
        ("const a = 'b'; { const a = 'c'; use(a) }", "c"),
        ("{ const a = 'c' } const a = 'b'; use(a)", "b"),
        ("function g() { var a = 'c' } use(a)", "${value}"),
        ("const a: string = 'b'; use(a as string)", "b"),
        ("const c = { a: 'b', d: { e: 'f' } }; use(c.a + c.d.e + c['a'])", "bfb"),
        ("const c = Object.freeze({ a: 'b' }); use(c.a)", "b"),
        ("const a = 'b'\nconst c = 'd'\nuse(a + c)", "bd"),
        ("use('a' + (x ? 'b' : 'c'))", "a${value}"),
        ("use('{id}/x'.replace('{id}', id))", "${value}/x"),
        ("use(new URL('https://a/b'))", "https://a/b"),
        ("use(new URL('/b?c', 'https://a/d').href)", "https://a/b?c"),
        (
            "const u = new URL('https://a/b'); u.searchParams.set('c', 'd e'); u.searchParams.append('f', x); use(u.toString())",
            "https://a/b?c=d%20e&f=${value}"
        ),
        ("const u = new URL('https://a/b?c=1'); u.searchParams.set('c', '2'); use(u)", "https://a/b?c=2"),
        ("const u = new URL('https://a/b'); const p = u.searchParams; p.set('c', '2'); use(u)", "https://a/b?c=2"),
        ("const u = new URL('https://a/b'); u.search = new URLSearchParams({c: 'd'}); use(u.href)", "https://a/b?c=d"),
        ("use('?' + new URLSearchParams({a: 'b', c, 'd': x + 1}))", "?a=b&c=${value}&d=${value}1"),
        ("use('?' + new URLSearchParams([['a', 'b'], ['c', x]]).toString())", "?a=b&c=${value}"),
        ("const q = new URLSearchParams(); q.set('a', 'b'); q.append('c', x); use('?' + q)", "?a=b&c=${value}"),
        (
            "const o = {clientId: 'b'}; use('?' + Object.entries(o).map(([k, v]) => k + '=' + v).join('&'))",
            "?clientId=b"
        ),
        ("use('?' + qs.stringify({clientId: 'b', t: x}))", "?clientId=b&t=${value}"),
        ("use(`?${new URLSearchParams({...x, a: 'b'})}`)", "?${value}&a=b"),
        ("use('a' + void 0)", "aundefined"),
        ("use(\"a\".concat(t, \"b\"))", "a${value}b"),
        ("use(i18n`a`)", "${value}"),
    ]

    @Test("What is known is read, what is not leaves a gap", arguments: expressions)
    func expression(_ script: String, _ text: String) {
        #expect(evaluate(script)?.string == text)
    }

    @Test("Each letter knows where it stands, whatever stands between")
    func places() throws {
        let script = #"const h = 'https:\/\/a'; use(h + `/b${x}` + '&amp;c')"#
        let text = try #require(evaluate(script))
        #expect(text.string == "https://a/b${value}&amp;c")
        let bytes = Array(script.utf8)
        for (offset, letter) in text.bytes.enumerated() where !text.unknowns[0].range.contains(offset) {
            let source = text.source(of: offset)
            #expect(bytes[source] == letter || bytes[source] == UInt8(ascii: "\\"))
        }
        let located = text.located(LineIndex(bytes))
        let end = located.range(0..<9).end
        #expect(end == LineIndex(bytes).location(at: 23 - 1))
        let backtick = try #require(bytes.firstIndex(of: UInt8(ascii: "`")))
        #expect(located.range(9..<11).start.column == backtick + 2)
    }

    @Test("Names that lead to each other come to an end")
    func circles() {
        #expect(evaluate("const a = b; const b = a; use(a + b)")?.string.contains("${value}") == true)
        #expect(evaluate("let a = 'x'; a += a + a; use(a)") != nil)
    }

    @Test(
        "Hostile expressions are read within their fuel",
        arguments: ["'a'+", "(", "[", "`${", "new URL(", "a.", "{a:", "f(", "!", "x=>"])
    func hostile(_ piece: String) {
        let script =
            "const a = " + String(repeating: piece, count: 20_000) + "; use(a + "
            + String(repeating: piece, count: 20_000)
        _ = evaluate(script)
    }

    @Test("Names that double each other end with the fuel")
    func doubled() {
        var script = "const a0 = 'x';"
        for index in 1..<60 { script += "const a\(index) = a\(index - 1) + a\(index - 1);" }
        #expect(evaluate(script + "use(a59)") != nil)
    }
}
