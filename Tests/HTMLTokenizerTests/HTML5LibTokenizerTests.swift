import Testing

@testable import HTMLTokenizer

/// The tokenizer against html5lib's tests; parse errors are not compared, as no browser shows them.
@Suite(
    "html5lib's tokenizer tests",
    .enabled(if: HTML5LibFolder.isThere, Comment(rawValue: HTML5LibFolder.missing)))
struct HTML5LibTokenizerTests {
    private static let states: [String: HTMLTokenizer.State] = [
        "Data state": .data, "PLAINTEXT state": .plaintext, "RCDATA state": .rcdata, "RAWTEXT state": .rawtext,
        "Script data state": .scriptData, "CDATA section state": .cdata,
    ]

    /// Four inputs hold a lone surrogate, which text that was decoded never does: decoders make U+FFFD of it.
    private static let unholdable = 4

    @Test func tokensAreThoseOfTheTests() throws {
        var run = 0
        var passed = 0
        var leftOut = 0
        for file in HTML5LibFolder.files {
            for test in try HTML5LibFolder.cases(file) {
                for state in test.states {
                    guard let text = test.text, let tokens = test.tokens else {
                        leftOut += 1
                        continue
                    }
                    run += 1
                    let known = try #require(Self.states[state], "\(file): a state that is not known")
                    let found = TokenizerRun(text, state: known, lastStartTag: test.lastStartTag).tokens
                    if found == tokens { passed += 1 }
                    #expect(found == tokens, "\(file), \(state): \(test.description)")
                }
            }
        }
        print(
            "html5lib's tokenizer tests: \(passed) of \(run) runs pass; "
                + "\(leftOut) left out, whose input is a lone surrogate and thus no UTF-8 text")
        #expect(leftOut == Self.unholdable)
        #expect(passed == run)
        #expect(run > 7_000)
    }

    /// Line ends are normalised by the tokenizer itself: html5lib's tests have them normalised before.
    @Test func lineEndsMakeNoDifference() throws {
        for file in HTML5LibFolder.files {
            for test in try HTML5LibFolder.cases(file) where test.states == ["Data state"] {
                guard let text = test.text, text.contains(0x0A), !text.contains(0x0D) else { continue }
                let expected = TokenizerRun(text).tokens
                let withPairs = text.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
                #expect(TokenizerRun(withPairs).tokens == expected, "\(file), CRLF: \(test.description)")
                // Two line feeds would be two line ends either way, LF behind CR would not.
                let withReturns = text.map { $0 == 0x0A ? 0x0D : $0 }
                #expect(TokenizerRun(withReturns).tokens == expected, "\(file), CR: \(test.description)")
            }
        }
    }
}
