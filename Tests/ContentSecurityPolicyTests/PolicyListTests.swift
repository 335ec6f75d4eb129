import ContentSecurityPolicy
import Testing

@Suite("Policies of a response")
struct PolicyListTests {
    @Test("Fields and commas make policies, in order; empty ones are none")
    func policies() {
        let list = PolicyList([
            Framing.policy("default-src 'self', , ;,frame-ancestors *"), Framing.reportOnly("frame-ancestors 'none'"),
            ResponseField(name: "content-SECURITY-policy \t", value: " img-src * ; frame-ancestors"),
            ResponseField(name: "X-Content-Security-Policy", value: "frame-ancestors 'none'"),
        ])
        #expect(
            list.policies.map(\.text) == [
                "default-src 'self'", "frame-ancestors *", "frame-ancestors 'none'", "img-src * ; frame-ancestors",
            ])
        #expect(list.policies.map(\.disposition) == [.enforce, .enforce, .report, .enforce])
        #expect(list.policies[3].frameAncestors?.sources == [])
        #expect(list.hasEnforcedFrameAncestors && list.hasReportedFrameAncestors && !list.hasDroppedFrameAncestors)
    }

    @Test("Of two directives of one name the first counts, in whatever case")
    func duplicates() {
        let policy = Policy("FRAME-Ancestors\t a  b;frame-ancestors c", disposition: .enforce)
        #expect(policy.directives.map(\.name) == ["frame-ancestors", "frame-ancestors"])
        #expect(policy.frameAncestors?.sources.map(\.text) == ["a", "b"])
    }

    @Test(
        "A byte that no value may hold drops the directive, and its name stays used",
        arguments: ["\u{1}", "\u{B}", "\u{1F}", "\u{7F}", "\u{A0}", "é", "’", "\u{FEFF}"])
    func dropped(_ text: String) throws {
        let list = PolicyList([Framing.policy("frame-ancestors 'none'\(text); frame-ancestors 'self'")])
        #expect(list.hasDroppedFrameAncestors && !list.hasEnforcedFrameAncestors)
        #expect(list.policies[0].frameAncestors == nil)
        let decision = try Framing.decide(Framing.policy("frame-ancestors 'none'\(text)"))
        #expect(decision.verdict == .allowed)
        // By the standards' text a control character makes one token invalid, and no more.
        #expect(decision.isBrowserDependent == text.unicodeScalars.first?.isASCII)
        #expect(decision.steps[0].contains("throw its `frame-ancestors` away"))
        let scalar = try #require(text.unicodeScalars.first)
        let digits = String(scalar.value, radix: 16, uppercase: true)
        #expect(decision.steps[0].contains("(U+\(String(repeating: "0", count: 4 - digits.count))\(digits))"))
    }

    @Test("After a directive that is not ASCII, the standards let the next of its name count, browsers do not")
    func nextOfItsName() throws {
        let decision = try Framing.decide(Framing.policy("frame-ancestors é; frame-ancestors 'none'"))
        #expect(decision.verdict == .allowed && decision.isBrowserDependent)
    }

    @Test("White space of a value drops nothing", arguments: [" ", "\t", "\u{C}"])
    func whiteSpace(_ space: String) {
        let list = PolicyList([Framing.policy("\(space)frame-ancestors\(space)a\(space)\(space)b\(space);\(space)")])
        #expect(list.policies.map(\.frameAncestors?.sources) == [[SourceExpression("a"), SourceExpression("b")]])
    }

    /// Lines as they were sent, and the policies that a browser sees.
    private static let lines: [(value: String, policies: [String])] = [
        ("frame-ancestors\r\n a", ["frame-ancestors a"]),
        ("frame-ancestors\r\n  \r\n\ta", ["frame-ancestors  a"]),
        ("frame-ancestors a;\n b c", ["frame-ancestors a; b c"]),
        ("frame-ancestors \r a", ["frame-ancestors  a"]),
        ("frame-ancestors\rhttps://a", ["frame-ancestors"]),
        ("frame-ancestors\nContent-Security-Policy: x y", ["frame-ancestors", "x y"]),
        ("frame-ancestors a\r\n\r\nContent-Security-Policy: x y", ["frame-ancestors a"]),
        ("frame-ancestors a\n: b", ["frame-ancestors a"]),
    ]

    @Test("Line ends in a value are those of the wire", arguments: lines)
    func lineEnds(_ sample: (value: String, policies: [String])) {
        #expect(PolicyList([Framing.policy(sample.value)]).policies.map(\.text) == sample.policies)
    }

    @Test("A name that begins with white space continues the field before it")
    func continuedName() {
        let fields = [Framing.policy("frame-ancestors"), ResponseField(name: " a", value: "b")]
        #expect(PolicyList(fields).policies.map(\.text) == ["frame-ancestors a: b"])
        #expect(PolicyList(Array(fields.dropFirst())).policies.isEmpty)
    }

    @Test("Thousands of directives, policies and sources are all read")
    func long() throws {
        let sources = (0..<20_000).map { "https://h\($0).example" }.joined(separator: " ")
        let value = String(repeating: "x-\u{79} z;", count: 20_000) + "frame-ancestors \(sources) \(Framing.partner)"
        let list = PolicyList([Framing.policy(value + String(repeating: ",a b", count: 20_000))])
        #expect(list.policies.count == 20_001)
        #expect(list.policies[0].directives.count == 20_001)
        let decision = try Framing.decide(Framing.policy(value))
        #expect(decision.decidedBy == .policy(0, expression: Framing.partner))
    }
}
