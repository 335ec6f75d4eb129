import Crypto
import Foundation
import OsteolintCore
import Testing

@testable import OsteolintReports

@Suite("The templates of the HTML report")
struct HTMLTemplateTests {
    @Test("Each escapes as browsers read, not as the template engine would", arguments: HTMLTemplates.Piece.allCases)
    func pragma(piece: HTMLTemplates.Piece) {
        let text = String(decoding: HTMLTemplates.source(of: piece), as: UTF8.self)
        #expect(text.hasPrefix("{{% CONTENT_TYPE:MARKUP}}"))
        #expect(!text.contains("{{&"))
        #expect(text.contains("{{{") == (piece == .head))
    }

    @Test("Markup and quotes become references, also where a combining mark follows them")
    func escaping() {
        let text = MarkupEscaping().escapeText("<a b=\"c\" d='e'> & \"\u{301} é")
        #expect(
            text.unicodeScalars.elementsEqual(
                "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt; &amp; &quot;\u{301} é".unicodeScalars))
    }

    @Test("The page's policy names the hashes of its one style and its one script")
    func policy() throws {
        let page = try rendered { stream in
            HTMLReporter(ToolComponent(version: "1", rules: [])).write(SampleReport.report([]), to: stream)
        }
        for (element, directive) in [("style", "style-src"), ("script", "script-src")] {
            let parts = page.components(separatedBy: "<\(element)>")
            try #require(parts.count == 2)
            let text = parts[1].components(separatedBy: "</\(element)>")[0]
            let hash = Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
            #expect(page.contains("\(directive) &#39;sha256-\(hash)&#39;"))
        }
        #expect(page.hasSuffix("</html>\n"))
        #expect(!page.contains("{{"))
    }

    @Test("The same report is written with the same bytes")
    func determinism() throws {
        let findings = (0..<50).map { number in
            SampleReport.finding("<iframe>", from: 1, to: 8, path: "\(number % 7).html", message: "fault \(number % 9)")
        }
        let report = SampleReport.report(findings)
        let pages = try (0..<2).map { _ in
            try rendered { HTMLReporter(ToolComponent(version: "1", rules: [])).write(report, to: $0) }
        }
        #expect(pages[0] == pages[1])
    }
}
