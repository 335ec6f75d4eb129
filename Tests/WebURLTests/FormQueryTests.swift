import Testing
import WebURL

struct FormQueryTests {
    @Test(
        arguments: [
            ("", []),
            ("&&", []),
            ("a=b", [["a", "b"]]),
            ("a=b&c", [["a", "b"], ["c", ""]]),
            ("=b&=", [["", "b"], ["", ""]]),
            ("a=b=c", [["a", "b=c"]]),
            ("a+b=c+%2B", [["a b", "c +"]]),
            ("a=b;c=d", [["a", "b;c=d"]]),
            ("amp;productId=x", [["amp;productId", "x"]]),
            ("%61%3D=%26", [["a=", "&"]]),
            ("a=%zz%4", [["a", "%zz%4"]]),
            ("é=%C3%A9", [["é", "é"]]),
            ("a=%EF%BB%BFb", [["a", "\u{FEFF}b"]]),
            ("a=%ff%C3", [["a", "\u{FFFD}\u{FFFD}"]]),
            ("a=%F0%9F%92%F0", [["a", "\u{FFFD}\u{FFFD}"]]),
            ("a=%ED%A0%80", [["a", "\u{FFFD}\u{FFFD}\u{FFFD}"]]),
            ("?a=b", [["?a", "b"]]),
        ] as [(String, [[String]])])
    func fields(query: String, expected: [[String]]) {
        #expect(FormQuery(query).fields.map { [$0.name, $0.value] } == expected)
    }

    @Test func places() throws {
        let query = "clientId=a&é%20x=é+%zz&&flag"
        let fields = FormQuery(query).fields
        try #require(fields.count == 3)
        #expect(fields.map(\.rawName) == ["clientId", "é%20x", "flag"])
        #expect(fields.map(\.rawValue) == ["a", "é+%zz", ""])
        #expect(fields.map(\.nameRange) == [0..<8, 11..<17, 26..<30])
        #expect(fields.map(\.valueRange) == [9..<10, 18..<24, 30..<30])
        #expect(fields.map(\.range) == [0..<10, 11..<24, 26..<30])
        #expect(fields.map(\.hasEqualsSign) == [true, true, false])
    }

    @Test func emptyValueHasItsEqualsSign() {
        #expect(FormQuery("a=").fields.map(\.hasEqualsSign) == [true])
        #expect(FormQuery("a=").fields.map(\.valueRange) == [2..<2])
    }

    @Test(arguments: [
        ("a=b", true), ("a=%C3%A9", true), ("a=é", true), ("a=%E9", false), ("%E9=a", false), ("a=%C3", false),
        ("a=%EF%BF%BD", true), ("a=%C3+%A9", false), ("a=%ED%A0%80", false),
    ])
    func validity(query: String, expected: Bool) {
        #expect(FormQuery(query).fields.map(\.isValidUTF8) == [expected])
    }

    @Test func named() {
        let query = FormQuery("a=1&b=2&%61=3&A=4")
        #expect(query.fields(named: "a").map(\.value) == ["1", "3"])
    }

    @Test func serialization() {
        let pairs = [("a b", "c+d"), ("é", "*-._~'()!"), ("", ""), ("x", " ")]
        #expect(FormQuery.serialize(pairs) == "a+b=c%2Bd&%C3%A9=*-._%7E%27%28%29%21&=&x=+")
        #expect(FormQuery(FormQuery.serialize(pairs)).fields.map(\.name) == pairs.map(\.0))
    }
}
