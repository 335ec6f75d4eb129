import Foundation
import OsteolintReports
import ReportSchema
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
    private static let hostile =
        "\"\\\u{0}\u{1B}[2J\n\r\t\u{7F}\u{9B}\u{2028}\u{202E}\u{FEFF}é漢\u{1F9B4}\u{E0001}</script><!--&]]>"

    private func written(_ layout: JSONWriter.Layout, _ text: String = hostile) throws -> String {
        try rendered { output in
            let json = JSONWriter(to: output, layout: layout)
            json.document {
                json.member("text", text)
                json.member("nothing", String?.none)
                json.member("number", -1)
                json.array("empty", [Int]()) { json.item($0) }
                json.array("rows", [[1, 2], []]) { row in json.array(row) { json.item($0) } }
                json.object("object") { json.member("yes", true) }
                json.object("hollow") {}
            }
        }
    }

    @Test("Whatever the layout, it reads back as it was", arguments: [JSONWriter.Layout.lines, .compact, .inMarkup])
    func readsBack(_ layout: JSONWriter.Layout) throws {
        let json = try JSONValue(Data(written(layout).utf8))
        #expect(json["text"].text == Self.hostile)
        #expect(json["nothing"] == .null)
        #expect(json["number"].integer == -1)
        #expect(json["rows"][0].items.map(\.integer) == [1, 2])
        #expect(json["rows"][1].items.isEmpty)
        #expect(json["object"]["yes"] == .bool(true))
    }

    @Test("Laid out in lines, a member a line")
    func lines() throws {
        #expect(
            try written(.lines, "a/b") == """
                {
                  "text": "a/b",
                  "nothing": null,
                  "number": -1,
                  "empty": [],
                  "rows": [
                    [
                      1,
                      2
                    ],
                    []
                  ],
                  "object": {
                    "yes": true
                  },
                  "hollow": {}
                }

                """)
    }

    @Test("A terminal is told nothing: what it would obey or hide is escaped")
    func terminal() throws {
        let text = try written(.compact)
        let isShown = text.unicodeScalars.allSatisfy { VisibleText.visible(String($0)) == String($0) }
        #expect(isShown)
        #expect(text.contains(#"\u009B"#) && text.contains(#"\uDB40\uDC01"#) && text.contains("é漢\u{1F9B4}"))
    }

    @Test("In markup it ends no element and begins no comment")
    func markup() throws {
        let text = try written(.inMarkup)
        #expect(!text.contains { "<>&".contains($0) })
    }

    @Test("An array can be the whole text")
    func array() throws {
        let text = try rendered { output in
            let json = JSONWriter(to: output)
            json.document([1]) { number in json.object { json.member("number", number) } }
        }
        #expect(text == "[\n  {\n    \"number\": 1\n  }\n]\n")
    }
}

@Suite("Streaming a report")
struct ReportStreamTests {
    private struct Full: Error {}

    @Test("A sink gets every byte in order, in pieces that do not grow with the report")
    func pieces() throws {
        var sizes: [Int] = []
        var bytes: [UInt8] = []
        let stream = ReportStream { piece in
            sizes.append(piece.count)
            bytes.append(contentsOf: piece)
        }
        let line = String(repeating: "x", count: 99) + "\n"
        for _ in 0..<10_000 { stream.write(line) }
        try stream.finish()
        #expect(String(decoding: bytes, as: UTF8.self) == String(repeating: line, count: 10_000))
        #expect(sizes.max() ?? 0 < 100_000)
    }

    @Test("A sink that refuses is not asked again, and the end says why")
    func refusal() {
        var calls = 0
        let stream = ReportStream { _ in
            calls += 1
            throw Full()
        }
        for _ in 0..<10 { stream.write(String(repeating: "x", count: 100_000)) }
        #expect(throws: Full.self) { try stream.finish() }
        #expect(calls == 1)
    }
}
