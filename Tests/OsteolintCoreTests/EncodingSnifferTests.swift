import OsteolintCore
import Testing

struct EncodingSnifferTests {
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    @Test func byteOrderMarkWins() {
        let sniffer = EncodingSniffer(override: .big5, contentType: "text/html; charset=gbk")
        let page = Array("<meta charset=koi8-r>".utf8)
        #expect(
            sniffer.sniff(Self.mark + page)
                == SniffedEncoding(encoding: .utf8, source: .byteOrderMark, byteOrderMarkLength: 3))
        #expect(
            sniffer.sniff([0xFF, 0xFE])
                == SniffedEncoding(encoding: .utf16LE, source: .byteOrderMark, byteOrderMarkLength: 2))
        #expect(
            sniffer.sniff([0xFE, 0xFF, 0])
                == SniffedEncoding(encoding: .utf16BE, source: .byteOrderMark, byteOrderMarkLength: 2))
        #expect(sniffer.sniff([0xEF, 0xBB]).source == .override)
    }

    @Test func orderOfDeclarations() {
        let page = Array("<meta charset=koi8-r>".utf8)
        let header = EncodingSniffer(contentType: "text/html; charset=gbk")
        #expect(EncodingSniffer(override: .big5, contentType: header.contentType).sniff(page).encoding == .big5)
        #expect(header.sniff(page) == SniffedEncoding(encoding: .gbk, source: .contentType))
        #expect(EncodingSniffer().sniff(page) == SniffedEncoding(encoding: .koi8R, source: .meta))
        #expect(EncodingSniffer().sniff([]) == SniffedEncoding(encoding: .windows1252, source: .fallback))
    }

    @Test(arguments: [
        ("text/html; charset=utf-8", "UTF-8"), ("TEXT/HTML;CHARSET=UTF-8", "UTF-8"),
        (#"text/html; charset="utf-8""#, "UTF-8"), (#"text/html; charset=" utf-8 ""#, "UTF-8"),
        (#"text/html; charset="u\tf-8""#, "UTF-8"), (#"text/html; charset="utf-8"junk"#, "UTF-8"),
        (#"text/html; charset="utf-8"#, "UTF-8"), ("text/html; charset= utf-8 ", "UTF-8"),
        (#"text/html; a="; charset=big5"; charset=utf-8"#, "UTF-8"), ("text/html;;a;b=;charset=utf-8", "UTF-8"),
        ("text/html; charset=; charset=utf-8", "UTF-8"), ("text/html; charset=utf-16", "UTF-16LE"),
        ("text/html; charset=x-user-defined", "x-user-defined"), ("text/html(a);charset=utf-8", "UTF-8"),
        ("text/html; charset=bogus; charset=utf-8", nil), ("text/html; charset='utf-8'", nil),
        ("text/html; charset =utf-8", nil), ("text/html charset=utf-8", nil), ("charset=utf-8", nil),
        ("texthtml; charset=utf-8", nil), ("", nil), (";", nil), ("text/html; charset", nil),
        ("text/html; charset=utf-8, text/html", nil),
    ])
    func contentType(_ value: String, _ name: String?) {
        let sniffed = EncodingSniffer(contentType: value).sniff([])
        #expect(sniffed.source == (name == nil ? .fallback : .contentType))
        #expect(sniffed.encoding.name == name ?? "windows-1252")
    }

    @Test(arguments: [
        "<meta charset=koi8-r>", "<META CHARSET='KOI8-R'/>", #"<meta a b=c charset = " koi8-r ">"#,
        "<meta/charset=koi8-r>", "<meta charset=big5 charset=koi8-r>", "<meta charset=bogus><meta charset=koi8-r>",
        #"<meta http-equiv=Content-Type content="text/html; charset=koi8-r">"#,
        #"<meta content="a charset x charset = 'koi8-r' b" http-equiv=content-type>"#,
        #"<meta http-equiv=content-type content="text/html; charset=big5" charset=koi8-r>"#,
        #"<meta charset="&#107;oi8&#x2D;r">"#, "<!-- <meta charset=big5> --><meta charset=koi8-r>",
        "<!--><meta charset=koi8-r>-->", "<!---><meta charset=koi8-r>", "<!-- > --!><meta charset=koi8-r>",
        "<!DOCTYPE html [<!x>]><?x y?></ x><meta charset=koi8-r>",
        "<title><meta charset=big5></title><meta charset=koi8-r>",
        "<script><!--<script></script><meta charset=big5>--></script><meta charset=koi8-r>",
        "<script></scriptx><meta charset=big5></script ><meta charset=koi8-r>",
        "<style><meta charset=big5></style><meta charset=koi8-r>", "<noscript><meta charset=koi8-r></noscript>",
        "<body><p>x<meta charset=koi8-r>", "<3 <p a=\"<meta charset=big5>\"><meta charset=koi8-r>",
        "<?xml version='1.0' encoding='big5'?><meta charset=koi8-r>", "<?xml encoding = \"koi8-r\"?><p>",
    ])
    func declaresKOI8R(_ page: String) {
        #expect(EncodingSniffer().sniff(Array(page.utf8)).encoding == .koi8R)
    }

    @Test(arguments: [
        "<meta charset=koi8-r", "<meta charset='koi8-r>", "<metax charset=koi8-r>", "<meta xcharset=koi8-r>",
        #"<meta content="text/html; charset=koi8-r">"#, "<!-- <meta charset=koi8-r>", "<title><meta charset=koi8-r>",
        "<plaintext><meta charset=koi8-r>", #"<meta http-equiv=refresh content="0; charset=koi8-r">"#,
        #"<meta http-equiv=content-type content="charset='koi8-r">"#, "<meta charset=x-user-defined>",
        "<?xml version='1.0' <meta charset=koi8-r", "<?xml", "<me\0ta charset=koi8-r>", "<a>", "",
        "<script><!--<script></script><meta charset=koi8-r></script>",
    ])
    func declaresNothing(_ page: String) {
        #expect(EncodingSniffer().sniff(Array(page.utf8)).encoding == .windows1252)
    }

    @Test func utf16InMetaIsUTF8() {
        #expect(EncodingSniffer().sniff(Array("<meta charset=utf-16be>".utf8)).encoding == .utf8)
        #expect(EncodingSniffer().sniff(Array("<?xml encoding='utf-16'?>".utf8)).encoding == .utf8)
    }

    @Test func utf16XMLDeclaration() {
        #expect(EncodingSniffer().sniff(Array("<?xml>".utf16).flatMap { [UInt8($0), 0] }).encoding == .utf16LE)
        #expect(EncodingSniffer().sniff(Array("<?xml>".utf16).flatMap { [0, UInt8($0)] }).encoding == .utf16BE)
    }

    @Test(arguments: [
        ("<head><title>", "</title>", true), ("<head><script>", "</script>", true), ("<head><!--", "-->", true),
        ("<head>", "", true), ("<head><style>", "</style><link><base><object></object>", true),
        ("<body>", "", false), ("<head></head>", "", false), ("<head><div>", "</div>", false),
    ])
    func metaAfterTheFirst1024Bytes(_ before: String, _ after: String, _ isFound: Bool) {
        for length in [1024, 5000, 70_000] {
            let page = before + String(repeating: "x", count: length) + after + "<meta charset=koi8-r>"
            #expect((EncodingSniffer().sniff(Array(page.utf8)).source == .meta) == isFound)
        }
    }

    @Test func metaInTheBodyWithinTheFirst1024Bytes() {
        func source(padding: Int) -> EncodingSource {
            let page = "<body>" + String(repeating: "x", count: padding - 6) + "<meta charset=koi8-r>"
            return EncodingSniffer().sniff(Array(page.utf8)).source
        }
        #expect(source(padding: 1023) == .meta)
        #expect(source(padding: 1024) == .fallback)
    }
}
