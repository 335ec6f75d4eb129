import Testing
import WebURL

struct QueryEncodingTests {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let input: String
        let output: [String: String]

        var testDescription: String { input.debugDescription }
    }

    private static let all: [Case] = (try? SharedData.cases("percent-encoding.json")) ?? []

    /// Bytes up to U+00FF, and one of windows-1252 beyond.
    private static var latin1: QueryEncoding {
        QueryEncoding(scalar: { $0 == "†" ? [0x86] : UInt8(exactly: $0.value).map { [$0] } })
    }

    @Test(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.missing)), arguments: all)
    func utf8(_ test: Case) throws {
        let url = try WebURL(parsing: "https://doesnotmatter.invalid/?\(test.input)#\(test.input)")
        #expect(url.query == test.output["utf-8"])
    }

    @Test(arguments: [
        ("https://h/?†", "%86"),
        ("https://h/?\u{A2}é'", "%A2%E9%27"),
        ("https://h/?a=\u{1F4A9}&b=%C3", "a=%26%23128169%3B&b=%C3"),
        ("ftp://h/?é", "%E9"),
        ("ws://h/?é", "%C3%A9"),
        ("wss://h/?é", "%C3%A9"),
        ("sc://h/?é", "%C3%A9"),
    ])
    func scalarByScalar(text: String, query: String) {
        #expect(WebURL(text, queryEncoding: Self.latin1)?.query == query)
    }

    @Test func onlyTheQueryIsInThePagesEncoding() {
        #expect(WebURL("https://h/é?é#é", queryEncoding: Self.latin1)?.href == "https://h/%C3%A9?%E9#%C3%A9")
    }

    @Test func wholeText() {
        let encoding = QueryEncoding { text in
            text == "\u{203E}\\x\u{E}" ? [.bytes([0x1B, 0x28, 0x4A, 0x7E, 0x1B]), .unencodable("\u{FFFD}")] : []
        }
        #expect(WebURL("https://h/?\u{203E}\\x\u{E}#f", queryEncoding: encoding)?.query == "%1B(J~%1B%26%2365533%3B")
    }

    @Test func relativeQuery() throws {
        let base = try WebURL(parsing: "https://h/a?b")
        #expect(WebURL("?é", base: base, queryEncoding: Self.latin1)?.href == "https://h/a?%E9")
        #expect(WebURL("#é", base: base, queryEncoding: Self.latin1)?.href == "https://h/a?b#%C3%A9")
    }
}
