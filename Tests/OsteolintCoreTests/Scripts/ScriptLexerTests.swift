import Testing

@testable import OsteolintCore

@Suite("A script is taken apart as a browser does")
struct ScriptLexerTests {
    private static let slashes: [(script: String, words: [String])] = [
        ("a / b / c", ["a", "/", "b", "/", "c"]),
        ("a = /b/g", ["a", "=", "r:/b/g"]),
        ("return /b/.test(c)", ["return", "r:/b/", ".", "test", "(", "c", ")"]),
        ("a.return / b / c", ["a", ".", "return", "/", "b", "/", "c"]),
        ("if (a) /b/.test(c)", ["if", "(", "a", ")", "r:/b/", ".", "test", "(", "c", ")"]),
        ("f(a) / b / c", ["f", "(", "a", ")", "/", "b", "/", "c"]),
        ("a.if(b) / c / d", ["a", ".", "if", "(", "b", ")", "/", "c", "/", "d"]),
        ("a[0] / b / c", ["a", "[", "n:0", "]", "/", "b", "/", "c"]),
        ("{} /b/", ["{", "}", "r:/b/"]),
        ("x = {} / b / c", ["x", "=", "{", "}", "/", "b", "/", "c"]),
        ("x = [/[/\\]]/, /=/]", ["x", "=", "[", "r:/[/\\]]/", ",", "r:/=/", "]"]),
        ("i++ / 2 / b", ["i", "++", "/", "n:2", "/", "b"]),
        ("a /= 2 / b", ["a", "/=", "n:2", "/", "b"]),
        ("a = b\n/c/d", ["a", "=", "b", "/", "c", "/", "d"]),
        ("typeof /a/", ["typeof", "r:/a/"]),
        ("`x` / b / c", ["t:`x`", "/", "b", "/", "c"]),
        ("`${a}` / b / c", ["t:`${", "a", "t:}`", "/", "b", "/", "c"]),
        ("a => {}\n/b/", ["a", "=>", "{", "}", "r:/b/"]),
        ("x = / no end\ny", ["x", "=", "/", "no", "end", "y"]),
        ("x = /[/\ny = 'z'", ["x", "=", "/", "[", "/", "y", "=", "s:'z'"]),
    ]

    @Test("A slash divides, or begins a regular expression", arguments: slashes)
    func slash(_ script: String, _ words: [String]) {
        #expect(LexedScript(script).words == words)
    }

    private static let literals: [(script: String, words: [String])] = [
        (#"'a\'b' "c\\" "d""#, [#"s:'a\'b'"#, #"s:"c\\""#, #"s:"d""#]),
        ("'open\nb", ["s:'open", "b"]),
        ("'goes \\\non' b", ["s:'goes \\\non'", "b"]),
        ("'a\u{2028}b'", ["s:'a\u{2028}b'"]),
        ("`a${b}c${d}e` f", ["t:`a${", "b", "t:}c${", "d", "t:}e`", "f"]),
        ("`a${{b: `c${d}`}.b}e`", ["t:`a${", "{", "b", ":", "t:`c${", "d", "t:}`", "}", ".", "b", "t:}e`"]),
        ("`\\`\\${` a", ["t:`\\`\\${`", "a"]),
        ("a `b\nc` d", ["a", "t:`b\nc`", "d"]),
        ("0x1e+1 1e+1 .5 1_000n 1.toFixed", ["n:0x1e", "+", "n:1", "n:1e+1", "n:.5", "n:1_000n", "n:1.toFixed"]),
        ("caf\u{e9} \\u0061b $_ #c", ["café", "\\u0061b", "$_", "#c"]),
        ("a\u{a0}b\u{feff}c", ["a", "b", "c"]),
    ]

    @Test("Strings, templates, numbers and names end where they end", arguments: literals)
    func literal(_ script: String, _ words: [String]) {
        #expect(LexedScript(script).words == words)
    }

    private static let comments: [(script: String, words: [String])] = [
        ("#!/usr/bin/env node\na", ["a"]),
        ("a // 'b\nc /* \" \n */ d", ["a", "c", "d"]),
        ("<!-- a\nb\n--> c\nd", ["b", "d"]),
        ("x-->0", ["x", "--", ">", "n:0"]),
        ("a /* never", ["a"]),
        ("/* a */ --> b\nc", ["c"]),
        ("a /* b */ --> c", ["a", "--", ">", "c"]),
        ("\n/* a */ --> b\nc", ["c"]),
    ]

    @Test("Comments of all kinds are left out", arguments: comments)
    func comment(_ script: String, _ words: [String]) {
        #expect(LexedScript(script).words == words)
    }

    private static let punctuators: [(script: String, words: [String])] = [
        ("a?.b?.5:1", ["a", "?.", "b", "?", "n:.5", ":", "n:1"]),
        ("a??=b||c&&d", ["a", "??=", "b", "||", "c", "&&", "d"]),
        ("a===b!==c=>d==e", ["a", "===", "b", "!==", "c", "=>", "d", "==", "e"]),
        ("f(...a)", ["f", "(", "...", "a", ")"]),
        ("a**b<<=c", ["a", "**", "b", "<<=", "c"]),
        ("@d #", ["@", "d", "#"]),
    ]

    @Test("Punctuators are as long as they can be", arguments: punctuators)
    func punctuator(_ script: String, _ words: [String]) {
        #expect(LexedScript(script).words == words)
    }

    @Test("A template that never ends costs no more than its backtick")
    func openTemplate() {
        #expect(LexedScript("a ` b 'c'").words == ["a", "`", "b", "s:'c'"])
        #expect(LexedScript("a `b ${ c } d 'e'").words == ["a", "t:`b ${", "c", "}", "d", "s:'e'"])
    }

    @Test("What is no JavaScript does not derail it beyond its line")
    func leftovers() {
        let words = LexedScript("<p>Don't</p>\nconst a: string = 'b' as const\n<Card id={a} />").words
        #expect(words.contains("s:'b'"))
        #expect(words.suffix(7) == ["Card", "id", "=", "{", "a", "}", "/"] || words.suffix(8).contains("Card"))
    }

    @Test(
        "Hostile megabytes are read to their end",
        arguments: ["${", "(", "+", "`", "`${", "/[", "/", "'", "\\", "}", "/*", "{`"])
    func hostile(_ piece: String) {
        let text = Array(repeatElement(Array(piece.utf8), count: 20_000).joined())
        let script = LexedScript(text)
        #expect(script.tokens.allSatisfy { $0.end <= text.count })
    }

    @Test("Random bytes and random pieces are read whole: tokens in order, blanks and comments between")
    func random() {
        let pieces = [
            "a", "if", "return", "(", ")", "[", "]", "{", "}", "`", "${", "'", "\"", "/", "*", "\\", "\n", " ", "=",
            "=>",
            "+", "<!--", "-->", "//", "/*", "*/", "é", "\u{2028}", "0", ".5", "#", "?.", "\\u{41}", "osteocom.me", ";",
            ",",
        ]
        for seed in 1...400 as ClosedRange<UInt64> {
            var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
            var script = ""
            for _ in 0..<80 {
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                script += pieces[Int(state % UInt64(pieces.count))]
            }
            let lexed = LexedScript(script)
            var end = 0
            for token in lexed.tokens {
                #expect(token.start >= end && token.end > token.start, "\(script)")
                end = token.end
            }
            #expect(end <= lexed.text.count)
            var lexer = ScriptLexer(lexed.text, 0..<lexed.text.count)
            let tokens = ScriptTokens(&lexer)
            for index in 0..<(tokens?.count ?? 0) {
                let partner = tokens?[index].partner ?? ScriptToken.none
                #expect(partner < (tokens?.count ?? 0), "\(script)")
            }
        }
    }
}
