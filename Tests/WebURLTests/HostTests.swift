import Testing
import WebURL

struct HostTests {
    @Test(arguments: [
        ("example.com", "example.com"),
        ("EXAMPLE.com.", "example.com."),
        ("a_b.-c", "a_b.-c"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("faß.example", "xn--fa-hia.example"),
        ("XN--A", "xn--a"),
        ("127.0.0.1", "127.0.0.1"),
        ("127.0.0.1.", "127.0.0.1"),
        ("017700000001", "127.0.0.1"),
        ("0xFFFFFFFF", "255.255.255.255"),
        ("1.65535", "1.0.255.255"),
        ("1.2.65535", "1.2.255.255"),
        ("0x", "0.0.0.0"),
        ("１２７。1", "127.0.0.1"),
        ("1.2.3.4a", "1.2.3.4a"),
        ("[::]", "[::]"),
        ("[::1]", "[::1]"),
        ("[1::]", "[1::]"),
        ("[1:2:3:4:5:6:7::]", "[1:2:3:4:5:6:7:0]"),
        ("[::2:3:4:5:6:7:8]", "[0:2:3:4:5:6:7:8]"),
        ("[1:0:0:2:0:0:0:3]", "[1:0:0:2::3]"),
        ("[1:0:0:2:3:0:0:4]", "[1::2:3:0:0:4]"),
        ("[2001:DB8::00FF]", "[2001:db8::ff]"),
        ("[::ffff:1.2.3.4]", "[::ffff:102:304]"),
    ])
    func special(text: String, serialized: String) throws {
        #expect(try Host(text).text == serialized)
    }

    @Test(arguments: [
        "", "a b", "a%b", "a<b", "0x1.2.3.4.5", "256.256.256.256", "1..2", "1.2.3.08", "4294967296", "[", "[]", "[:]",
        "[1]", "[:1:2:3:4:5:6:7:8]", "[1:2:3:4:5:6:7:8:9]", "[1:2:3:4:5:6:7:8::]", "[1::2::3]", "[1:2:3:4:5:6:7:]",
        "[12345::]", "[::g]", "[::1.2.3]", "[::1.2.3.4.5]", "[::01.2.3.4]", "[::256.2.3.4]", "[1:2:3:4:5:6:7:1.2.3.4]",
        "[::.1.2.3]", "[::1]x", "\u{200D}.example", "xn--a.é",
    ])
    func refused(text: String) {
        #expect(throws: URLParseFailure.self) { try Host(text) }
    }

    @Test func kinds() throws {
        #expect(try Host("a.example") == .domain("a.example"))
        #expect(try Host("1.2.3.4") == .ipv4(IPv4Address(value: 0x0102_0304)))
        #expect(try Host("", isSpecial: false) == .empty)
        #expect(try Host("A%é", isSpecial: false) == .opaque("A%%C3%A9"))
        guard case .ipv6(let address) = try Host("[::1:2]") else {
            Issue.record("no IPv6 address")
            return
        }
        #expect(address.pieces == [0, 0, 0, 0, 0, 0, 1, 2])
    }

    @Test(arguments: [
        ("xn--bcher-kva.example", "bücher.example"),
        ("xn--fa-hia.EXAMPLE", "faß.example"),
        ("www.example", "www.example"),
        ("xn--a.example", "xn--a.example"),
        ("-x.xn--bcher-kva", "-x.bücher"),
        ("[::1]", "[::1]"),
        ("1.2.3.4", "1.2.3.4"),
    ])
    func unicode(text: String, unicode: String) throws {
        #expect(try Host(text).unicodeText == unicode)
    }

    @Test func longDomains() throws {
        let label = String(repeating: "ü", count: 300)
        let host = try Host(label + ".example")
        #expect(host.text.hasPrefix("xn--"))
        #expect(host.unicodeText == label + ".example")
    }
}
