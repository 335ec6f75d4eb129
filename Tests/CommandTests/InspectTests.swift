import ProgramRuns
import Foundation
import ReportSchema
import Testing

@Suite("inspect")
struct InspectTests {
    private static let page = """
        <!doctype html><base href="https://lms.partner.com/a/">
        <iframe title=x SRC="b.html?a&amp;b"></iframe>
        <template><object data="https://www.osteocom.me/embed/c?\(SamplePage.client)"></object></template>
        <svg><iframe src="no.html"></iframe></svg><embed>
        <noscript><iframe src="n.html"></iframe></noscript>
        <div><template shadowrootmode=open><iframe src="s.html"></iframe></template></div>
        <!-- <iframe src="https://www.osteocom.me/embed/c"></iframe> -->

        """

    private func frames(_ arguments: String...) async throws -> (outcome: Outcome, document: JSONValue) {
        let folder = try TemporaryFolder()
        try folder.write("page.html", Self.page)
        let words = ["inspect", "--format", "json", "page.html"] + arguments
        let outcome = try await Command(arguments: words, folder: folder.root).run()
        let json = try JSONValue(outcome.data)
        #expect(outcome.status == 0)
        #expect(json["schemaVersion"].integer == 1)
        #expect(json["documents"].items.count == 1)
        return (outcome, json["documents"][0])
    }

    @Test("Every element that a browser builds, with all that the contract names")
    func json() async throws {
        let document = try await frames().document
        #expect(document["path"].text == "page.html")
        #expect(document["baseURL"].text == "https://lms.partner.com/a/")
        let frames = document["frames"].items
        #expect(frames.map { $0["element"].text } == ["iframe", "object", "embed", "iframe"])
        let members = [
            "attributes", "column", "context", "element", "inShadow", "inTemplate", "line", "osteocom", "src", "state",
            "url",
        ]
        #expect(frames.allSatisfy { $0.members.keys.sorted() == members })
        #expect(
            frames[0]["attributes"]
                == .array([
                    .array([.string("title"), .string("x")]), .array([.string("src"), .string("b.html?a&b")]),
                ]))
        #expect(frames[0]["url"].text == "https://lms.partner.com/a/b.html?a&b")
        #expect([frames[0]["line"], frames[0]["column"]] == [.integer(2), .integer(1)])
        #expect(frames.map { $0["inTemplate"] } == [.bool(false), .bool(true), .bool(false), .bool(false)])
        #expect(frames.map { $0["inShadow"] } == [.bool(false), .bool(false), .bool(false), .bool(true)])
        #expect(frames.map { $0["osteocom"] } == [.bool(false), .bool(true), .bool(false), .bool(false)])
        #expect(frames[1]["state"].text == "inert" && frames[1]["context"].text == "template")
        #expect(frames[2]["src"] == .null && frames[2]["url"] == .null)
    }

    @Test("Without scripts a noscript is markup; with another base, URLs are others")
    func options() async throws {
        let document = try await frames("--scripting", "off", "--base-url", "https://other.example/x/").document
        #expect(document["frames"].items.map { $0["src"].text }.contains("n.html"))
        #expect(document["baseURL"].text == "https://lms.partner.com/a/")
        let folder = try TemporaryFolder()
        let input = Command.Input.bytes(Array("<iframe src=a></iframe>".utf8))
        let outcome = try await folder.osteolint(
            "inspect", "-", "--format=json", "--base-url=https://other.example/x/", input: input)
        let frame = try JSONValue(outcome.data)["documents"][0]["frames"][0]
        #expect(frame["url"].text == "https://other.example/x/a")
    }

    @Test("The response's Content-Type and --charset decide the encoding")
    func encoding() async throws {
        let folder = try TemporaryFolder()
        try folder.write("page.html", Array("<iframe src='a?".utf8) + [0xE9] + Array("'></iframe>".utf8))
        let text = try await folder.osteolint("inspect", "page.html").output
        #expect(text == "page.html: 1 frame, windows-1252\n  1:1  iframe  live  a?é\n")
        let greek = try await folder.osteolint(
            "inspect", "page.html", "--content-type", "text/html; charset=iso-8859-7")
        #expect(greek.output == "page.html: 1 frame, ISO-8859-7\n  1:1  iframe  live  a?ι\n")
        let cyrillic = try await folder.osteolint("inspect", "page.html", "--charset", "koi8-r")
        #expect(cyrillic.output == "page.html: 1 frame, KOI8-R\n  1:1  iframe  live  a?И\n")
    }

    @Test("Text: place, element, state and URL; exit status 0 even without a frame")
    func text() async throws {
        let folder = try TemporaryFolder()
        try folder.write("page.html", Self.page)
        let outcome = try await folder.osteolint("inspect", "page.html")
        #expect(outcome.status == 0)
        #expect(
            outcome.output == """
                page.html: 5 frames, windows-1252
                  2:1  iframe  live  b.html?a&b
                  3:11  object  inert (template)  osteocom  https://www.osteocom.me/embed/c?\(SamplePage.client)
                  4:43  embed  live  no URL
                  6:36  iframe  live  s.html
                  7:6  iframe  inert (comment)  osteocom  https://www.osteocom.me/embed/c

                """)
        let empty = try await folder.osteolint("inspect", "-", input: .bytes([]))
        #expect(empty.status == 0)
        #expect(empty.output == "-: 0 frames, windows-1252\n")
    }

    @Test("A page that is too large is told, with status 2")
    func tooLarge() async throws {
        let folder = try TemporaryFolder()
        try folder.write("page.html", "")
        truncate(folder.path("page.html"), 1 << 29)
        let outcome = try await folder.osteolint("inspect", "page.html")
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("osteolint: page.html: larger than 268435456 bytes"))
        #expect(outcome.output.isEmpty)
    }
}
