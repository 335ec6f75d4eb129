import Foundation
import OsteolintCore
import Testing
import WebURL

/// The scan may let a page through that holds nothing, but never keep one back that holds an embed.
@Suite("The scan before parsing")
struct PrescanTests {
    private static func needsParsing(
        _ bytes: [UInt8],
        charset: TextEncoding? = nil,
        _ configuration: Configuration = Configuration()
    ) -> Bool {
        bytes.withUnsafeBytes { Prescan(configuration).needsParsing($0, charset: charset) }
    }

    /// What the page holds that the scan did not see coming, or nil where it was right.
    private static func missed(_ bytes: [UInt8], charset: TextEncoding? = nil) -> String? {
        guard !needsParsing(bytes, charset: charset) else { return nil }
        do {
            let reading = try PageReading(bytes, options: Page.Options(charset: charset))
            if !reading.page.embeds.isEmpty { return "an embed" }
            return reading.hasFrameMeantForOsteocom ? "a frame meant for Osteocom" : nil
        } catch {
            return "\(error)"
        }
    }

    private static func check(_ table: ChromiumTable, _ name: String) async throws {
        let answers = try await table.gather { row, bytes in
            [(file: row.file, isParsed: needsParsing(bytes), missed: missed(bytes))]
        }
        for answer in answers {
            #expect(answer.missed == nil, "\(answer.file): the scan missed \(answer.missed ?? "")")
        }
        print(
            "the scan lets \(answers.filter(\.isParsed).count) of \(answers.count) documents of \(name) through, and misses none"
        )
    }

    @Test(.enabled(if: ChromiumTable.isThere, Comment(rawValue: ChromiumTable.missing)))
    func nothingIsMissedInTheWholeTable() async throws {
        try await Self.check(.whole, "Chromium's table")
    }

    @Test func nothingIsMissedInTheSample() async throws {
        try await Self.check(.sample, "the sample of it")
    }

    @Test func nothingIsMissedInTheExamples() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Examples")
            .standardizedFileURL
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in files where file.pathExtension.hasPrefix("htm") {
            count += 1
            let bytes = [UInt8](try Data(contentsOf: file))
            #expect(Self.missed(bytes) == nil, "\(file.lastPathComponent)")
        }
        #expect(count > 10)
    }

    @Test(arguments: [
        "<iframe src='https://www.osteocom.me/embed/a'>", "<IFRAME SRC='HTTPS://WWW.OSTEOCOM.ME/EMBED/A'>",
        "<iframe src='https://www.&#111;steocom.me/embed/a'>", "<iframe src='https://www.oste&#x6F;com.me/embed/a'>",
        "<iframe src='https://www.osteocom&period;me/embed/a'>", "<iframe src='https://www.%6Fsteocom.me/embed/a'>",
        "<iframe src='https://www.osteo\tcom.me/embed/a'>", "<iframe src='https://www.osteo\r\ncom.me/embed/a'>",
        "<iframe src='https://ｗｗｗ．ｏｓｔｅｏｃｏｍ．ｍｅ/embed/a'>", "<iframe src='https://www.osteocoｍ.me/embed/a'>",
        "<base href='https://www.oste&#111;com.me/embed/'><iframe src=a>",
        "<base href='https://www.oste%6Fcom.me/embed/'><object data=a>",
        "<iframe data-src='https://www.0steocom.me/embed/a'>", "<iframe src='https://www.osteoc\u{43E}m.me/embed/a'>",
        "<iframe src='https://www.oste-ocom.me/embed/a'>", "<iframe src='https://ostecom.me/embed/a'>",
        "<iframe data-cmp-src='https://&#111;steocom.me/embed/a' src=about:blank>",
        "<object data='https://oste&#111;com.me/embed/a'>", "<embed src='https://oste&#111;com.me/embed/a'>",
        "<frameset><frame src='https://oste&#111;com.me/embed/a'>",
        "<amp-iframe src='https://oste&#111;com.me/embed/a'>",
        "<iframe srcdoc='&lt;iframe src=https://oste&amp;#111;com.me/embed/a>'>",
        "<iframe srcdoc=\"<iframe src='https://www.oste%6Fcom.me/embed/a'>\">",
        "<iframe/src='https://oste&#111;com.me/embed/a'>", "<iframe\nsrc='https://oste&#111;com.me/embed/a'>",
        "<!-- <iframe src='https://oste&#111;com.me/embed/a'> -->",
        "<div title='<iframe '><iframe src='https://oste&#111;com.me/embed/a'>",
        "<iframe src='https:/www.oste%6Fcom.me/embed/a'>", "<iframe src='www.oste&#111;com.me/embed/a'>",
        #"<script>x('<iframe src="https://www.oste\u006fcom.me/embed/a">')</script>"#,
        #"<script>x('<iframe src="https:\/\/www.oste\x6fcom.me\/embed\/a">')</script>"#,
        "osteocom", "<p>OsteoCom</p>", "xosteocomx", "<!-- osteolint-disable embed-hidden -->", "OSTEOLINT-",
    ])
    func isParsed(markup: String) {
        #expect(Self.needsParsing(Array(markup.utf8)))
    }

    @Test(arguments: [
        "", "x", "<", "<i", "<iframe", "<iframe>", "<iframe src=", "osteoco", "o", "osteo com", "osteolint",
        "osteolin-",
        "<p>oste&#111;com.me</p>",
        "<iframe src='https://www.youtube-nocookie.com/embed/a'>", "<iframe srcdoc='<p>Soon</p>'>", "<base href=/>",
        "&lt;iframe src='https://oste&#111;com.me/embed/a'&gt;&lt;/iframe&gt;",
        "<a href='https://oste&#111;com.me/embed/a'>", "<iframe src='https://oste&#111;com.me/embed/a",
        "<img src='https://oste&#111;com.me/embed/a'>", "<svg><iframe src='a'></svg>", "<base><iframe src='/embed/a'>",
        "<iframe title='osteopathy' src='https://www.osteopathie-akademie.example/kurs'>",
    ])
    func isNotParsed(markup: String) {
        #expect(!Self.needsParsing(Array(markup.utf8)))
        #expect(Self.missed(Array(markup.utf8)) == nil)
    }

    /// Blocks of sixteen bytes are looked at together; what begins in one may end in the next.
    @Test func namesAcrossBlocks() {
        for before in 0...40 {
            for behind in [0, 1, 4, 5, 6, 7, 15, 16, 17, 21, 22, 23, 40] {
                func bytes(_ text: String) -> [UInt8] {
                    Array((String(repeating: "x", count: before) + text + String(repeating: "y", count: behind)).utf8)
                }
                #expect(Self.needsParsing(bytes("osteocom")), "\(before), \(behind)")
                #expect(Self.needsParsing(bytes("oSTEOCOM")), "\(before), \(behind)")
                #expect(Self.needsParsing(bytes("osteoLint-")), "\(before), \(behind)")
                #expect(!Self.needsParsing(bytes("osteolint")), "\(before), \(behind)")
                #expect(!Self.needsParsing(bytes("osteoco")), "\(before), \(behind)")
                #expect(!Self.needsParsing(bytes("steocom")), "\(before), \(behind)")
                for tag in [
                    "iframe src", "frame src", "object data", "embed src", "amp-iframe src", "base href", "IFRAME SRC",
                ] {
                    #expect(
                        Self.needsParsing(bytes("<\(tag)=https://&#111;steocom.me/embed/a>")), "\(before), \(behind)")
                    #expect(!Self.needsParsing(bytes("<\(tag)=https://&#112;steocon.example/embed/a>")))
                }
            }
        }
    }

    @Test func everySingleByte() {
        for byte in UInt8.min...UInt8.max {
            #expect(!Self.needsParsing([byte]))
            #expect(Self.missed([byte]) == nil)
        }
    }

    @Test(arguments: [TextEncoding.utf16LE, .utf16BE], [true, false])
    func utf16(encoding: TextEncoding, hasMark: Bool) throws {
        let text = (hasMark ? "\u{FEFF}" : "") + "<p>\(PageReading.frame)"
        let bytes: [UInt8] = text.utf16.flatMap { unit -> [UInt8] in
            let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
            return encoding == .utf16LE ? pair : pair.reversed()
        }
        #expect(Self.needsParsing(bytes))
        #expect(Self.needsParsing(bytes, charset: encoding))
        #expect(try PageReading(bytes, options: Page.Options(charset: encoding)).page.embeds.count == 1)
    }

    /// Full-width letters of a host in encodings other than UTF-8: UTS #46 makes the host of them all the same.
    @Test(
        arguments: [
            ("shift_jis", [0x82, 0x8F]), ("euc-jp", [0xA3, 0xEF]), ("gbk", [0xA3, 0xEF]), ("euc-kr", [0xA3, 0xEF]),
            ("big5", [0xA2, 0xF7]), ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x23, 0x6F, 0x1B, 0x28, 0x42]),
        ] as [(String, [UInt8])])
    func fullWidthLettersInOldEncodings(charset: String, letter: [UInt8]) throws {
        let head = Array("<meta charset=\(charset)><iframe src='https://www.".utf8)
        let tail = Array("steocom.me/embed/a'>".utf8)
        let bytes = head + letter + tail
        #expect(Self.needsParsing(bytes))
        let reading = try PageReading(bytes)
        #expect(reading.page.embeds.first?.url.url.hostText == "www.osteocom.me")
    }

    @Test func aCustomHost() throws {
        let origin = try #require(WebURL("https://Cards.Example:8443")?.origin)
        let configuration = Configuration(environment: .custom(name: "cards", origin: origin))
        func needs(_ markup: String) -> Bool { Self.needsParsing(Array(markup.utf8), charset: nil, configuration) }
        #expect(needs("<iframe src='https://cards.example:8443/embed/a'>"))
        #expect(needs("x CARDS.EXAMPLE"))
        #expect(needs("<iframe src='https://cards&#46;example:8443/embed/a'>"))
        #expect(needs("<iframe src='https://www.osteocom.me/embed/a'>"))
        #expect(!needs("<iframe src='https://card.example/embed/a'>"))
    }
}
