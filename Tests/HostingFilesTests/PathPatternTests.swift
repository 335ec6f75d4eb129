import Testing

@testable import HostingFiles

@Suite("Patterns for paths")
struct PathPatternTests {
    private static func matches(_ expression: String, _ path: String) throws -> Bool {
        let node = try #require(RegularExpression.read(expression.utf8))
        return try #require(PathPattern.anywhere(node)).matches(Array(path.utf8))
    }

    @Test(
        "Regular expressions that match",
        arguments: [
            ("", ""), ("a", "bab"), ("^a$", "a"), ("^(a|b)+$", "abba"), ("^a{2}$", "aa"), ("^a{2,}$", "aaaa"),
            ("^a{1,3}?b", "aaab"), ("[^/]+$", "/a"), ("[]a]", "]"), ("[a-]", "-"), (#"[\d_]"#, "7"), (#"\/\."#, "/."),
            ("(?:a)(?<n>b)(?P<m>c)(?'o'd)", "abcd"), ("^(?!b)", "a"), ("^(?=a)ab", "ab"), ("(?i)ABC", "xabc"),
            (#"\w\s\D\S\W"#, "a bc!"), ("(a*)*b", "aab"), ("(|a)+b", "ab"), ("a.c", "a/c"), ("é", "é"), ("$", "x"),
        ])
    func matching(_ expression: String, _ path: String) throws {
        #expect(try Self.matches(expression, path))
    }

    @Test(
        "Regular expressions that do not match",
        arguments: [
            ("^a$", "ba"), ("^a{2}$", "aaa"), ("^a{1,2}$", "aaa"), ("[^a]", "a"), ("^(?!a)", "ab"), ("(?=b)c", "abc"),
            ("ABC", "abc"), ("a|b", "c"), (#"\."#, "a"), ("a^", "a"),
        ])
    func others(_ expression: String, _ path: String) throws {
        #expect(try !Self.matches(expression, path))
    }

    @Test(
        "What is not understood is not guessed",
        arguments: [
            "(", ")", "a)", "*", "a**", "a++", "[", "[b-a]", "[[:alpha:]]", #"\b"#, #"(a)\1"#, "(?<=a)b", "(?i:a)",
            "a{b}",
            "a{2,1}", "a{99999}", "[é]", #"a\"#, "(?=(?!a))", String(repeating: "(", count: 100), "(?>a)", "(?#a)",
        ])
    func unknown(_ expression: String) {
        #expect(RegularExpression.read(expression.utf8) == nil)
    }

    @Test(
        "What would take for ever elsewhere is one walk over the path",
        arguments: ["(a*)*$b", "(a|a)*b", "(a|aa)+b", "(.*a){20}b"])
    func hostile(_ expression: String) throws {
        #expect(try !Self.matches(expression, String(repeating: "a", count: 1000)))
    }

    @Test("Nothing, many times, is nothing")
    func repeatedNothing() throws {
        #expect(try Self.matches("^(((((){1000}){1000}){1000}){1000})a$", "a"))
    }

    @Test("What is too long written out is refused")
    func long() throws {
        let node = try #require(RegularExpression.read("((a{900}){900}){900}".utf8))
        #expect(PathPattern(node) == nil)
        #expect(SplatPattern.read(Array(repeating: UInt8(ascii: "a"), count: 10_000)) == nil)
    }
}
