import Foundation
import OsteolintCore
import Testing

/// What Chromium said of the encoding of pages it loaded from their bytes.
@Suite(.enabled(if: DecodingSharedData.isPresent("html/documents.jsonl"), "the browser's table is not here"))
struct EncodingBrowserTableTests {
    private struct Row: Decodable {
        var file: String
        var methods: [String]
        var encodingHeader: String
        var documentCharset: String
    }

    @Test func everyLoadedPageHasTheEncodingOfTheBrowser() throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let lines = try DecodingSharedData.bytes("html/documents.jsonl").split(separator: UInt8(ascii: "\n"))
        let rows = try lines.map { try decoder.decode(Row.self, from: Data($0)) }.filter { $0.methods.contains("nav") }
        #expect(rows.count == 842)
        for row in rows {
            let bytes = try DecodingSharedData.bytes("html/files/\(row.file)")
            let sniffed = EncodingSniffer(contentType: row.encodingHeader).sniff(bytes)
            #expect(sniffed.encoding.name == row.documentCharset, "\(row.file)")
        }
    }
}
