import Foundation
import Testing

@testable import OsteolintReports

@Suite("Paths as URI references")
struct URIReferenceTests {
    @Test(
        "What becomes of a path",
        arguments: [
            ("courses/a.html", "courses/a.html"),
            ("a b/ü%.html", "a%20b/%C3%BC%25.html"),
            ("a:b.html", "a%3Ab.html"),
            ("../up.html", "../up.html"),
            ("100%25.html", "100%2525.html"),
            ("a?b#c[1].html", "a%3Fb%23c%5B1%5D.html"),
            ("line\nfeed\u{0}.html", "line%0Afeed%00.html"),
            (#"a\b"c.html"#, "a%5Cb%22c.html"),
            ("😀.html", "%F0%9F%98%80.html"),
            ("", "."),
            ("https:/one-slash.html", "https%3A/one-slash.html"),
            ("https://[[[", "https%3A//%5B%5B%5B"),
        ])
    func paths(_ path: String, _ uri: String) {
        #expect(URIReference(path: path).text == uri)
        #expect(URIReference(path: path).isRelative)
        #expect(path.isEmpty || uri.removingPercentEncoding == path)
    }

    @Test(
        "What becomes of the URL of a page, and of a path that is not relative",
        arguments: [
            ("https://lms.partner.com/a/b.html?c=d&e=%20", "https://lms.partner.com/a/b.html?c=d&e=%20"),
            ("https://lms.partner.com/a b|c?d={x}^", "https://lms.partner.com/a%20b%7Cc?d=%7Bx%7D%5E"),
            ("https://[::1]:8443/a[1]?b[2]", "https://[::1]:8443/a%5B1%5D?b%5B2%5D"),
            ("https://lms.partner.com/%zz%2?#a#b", "https://lms.partner.com/%25zz%252?#a%23b"),
            ("http://münchen.example/ü", "http://xn--mnchen-3ya.example/%C3%BC"),
            ("/etc/a b", "file:///etc/a%20b"),
        ])
    func urls(_ path: String, _ uri: String) {
        #expect(URIReference(path: path).text == uri)
        #expect(!URIReference(path: path).isRelative)
    }

    @Test("Whatever the path holds, the reference holds nothing but what a URI may", arguments: HostileReport.texts)
    func hostile(_ path: String) throws {
        let uri = URIReference(path: path)
        let allowed = Set("-._~/!$&'()*+,;=@:?#[]%".unicodeScalars)
        #expect(
            uri.text.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || allowed.contains($0))
            })
        #expect(!uri.text.isEmpty)
        if uri.isRelative { #expect(!uri.text.contains(":") && !uri.text.hasPrefix("/")) }
    }
}
