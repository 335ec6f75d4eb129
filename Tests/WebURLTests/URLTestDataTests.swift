import Testing
import WebURL

/// The URL parser against `urltestdata.json` of web-platform-tests, with all its schemes.
@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.missing)))
struct URLTestDataTests {
    private static let all: [URLTestCase] = (try? SharedData.cases("urltestdata.json")) ?? []

    @Test func tableIsRead() {
        #expect(!Self.all.isEmpty)
    }

    @Test(arguments: all.filter { $0.failure == true })
    func refuses(_ test: URLTestCase) throws {
        for base in test.failingBases {
            let baseURL = base.flatMap { WebURL($0) }
            try #require((base == nil) == (baseURL == nil))
            #expect(WebURL(test.input, base: baseURL) == nil, "against \(base ?? "nothing")")
        }
    }

    @Test(arguments: all.filter { $0.relativeTo != nil })
    func needsBase(_ test: URLTestCase) throws {
        for base in test.workingBases {
            let baseURL = try WebURL(parsing: base)
            #expect(throws: Never.self, "against \(base)") { try WebURL(parsing: test.input, base: baseURL) }
        }
    }

    @Test(arguments: all.filter { $0.failure != true })
    func parses(_ test: URLTestCase) throws {
        let base = try test.base.map { try WebURL(parsing: $0) }
        let url = try WebURL(parsing: test.input, base: base)
        #expect(url.href == test.href)
        #expect(url.scheme + ":" == test.protocol)
        #expect(url.username == test.username)
        #expect(url.password == test.password)
        #expect(url.hostText ?? "" == test.hostname)
        #expect(url.port.map(String.init) ?? "" == test.port)
        #expect((url.hostText ?? "") + (url.port.map { ":\($0)" } ?? "") == test.host)
        #expect(url.path == test.pathname)
        #expect(text(url.query, after: "?") == test.search)
        #expect(text(url.fragment, after: "#") == test.hash)
    }

    @Test(arguments: all.filter { $0.origin != nil })
    func origin(_ test: URLTestCase) throws {
        let base = try test.base.map { try WebURL(parsing: $0) }
        let url = try WebURL(parsing: test.input, base: base)
        #expect(url.origin.serialized == test.origin)
    }

    @Test(arguments: all.filter { $0.searchParams != nil })
    func fields(_ test: URLTestCase) throws {
        let base = try test.base.map { try WebURL(parsing: $0) }
        let fields = try WebURL(parsing: test.input, base: base).formFields
        #expect(FormQuery.serialize(fields.map { ($0.name, $0.value) }) == test.searchParams)
    }

    @Test(arguments: all.filter { $0.failure != true })
    func readsItsOwnText(_ test: URLTestCase) throws {
        let href = try #require(test.href)
        #expect(try WebURL(parsing: href).href == href)
    }

    /// What `search` and `hash` of JavaScript's `URL` give: nothing for an empty text.
    private func text(_ part: String?, after mark: String) -> String {
        guard let part, !part.isEmpty else { return "" }
        return mark + part
    }
}
