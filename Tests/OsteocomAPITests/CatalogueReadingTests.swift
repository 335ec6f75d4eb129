import OsteocomAPI
import OsteolintCore
import Testing

@Suite("Reading a catalogue")
struct CatalogueReadingTests {
    private static func read(_ text: String) -> Result<Catalogue, CatalogueFault> {
        Result { () throws(CatalogueFault) in
            try Catalogue(json: Array(text.utf8), clientID: "c", source: .file(path: "saved.json"))
        }
    }

    private static let channel =
        #"{"idChannel": "66d579675f2aaaaaaf15e4d3", "title": "Hands", "price": "x", "a": [{}]}"#

    @Test(
        "The answer and the array alone are read, whatever else they hold",
        arguments: [
            "{\"catalog\": [\(channel)]}", "[\(channel)]", "\u{FEFF} [\(channel)]",
            "{\"other\": null, \"catalog\": [\(channel)]}",
        ])
    func read(text: String) throws {
        let catalogue = try Self.read(text).get()
        #expect(catalogue.clientID == "c" && catalogue.source == .file(path: "saved.json"))
        #expect(catalogue.channels == [.init(id: "66d579675f2aaaaaaf15e4d3", title: "Hands")])
    }

    @Test("An empty catalogue is one", arguments: ["[]", "{\"catalog\":[]}"])
    func empty(text: String) throws {
        #expect(try Self.read(text).get().channels.isEmpty)
    }

    @Test("A title may be missing or something else", arguments: ["", #", "title": 1"#, #", "title": null"#])
    func untitled(title: String) throws {
        let text = "[{\"idChannel\": \"a\"\(title)}]"
        #expect(try Self.read(text).get().channels == [.init(id: "a", title: "")])
    }

    @Test("A title is cut")
    func longTitle() throws {
        let text = "[{\"idChannel\": \"a\", \"title\": \"" + String(repeating: "t", count: 9000) + "\"}]"
        #expect(try Self.read(text).get().channels.first?.title.count == 200)
    }

    @Test(
        "What is no catalogue is told",
        arguments: [
            ("", CatalogueFault.notJSON), ("<html>", .notJSON), ("[", .notJSON), ("{\"catalog\":[}", .notJSON),
            ("{}", .noCatalogue), ("1", .noCatalogue), ("{\"catalog\": {}}", .noCatalogue), ("[1]", .noCatalogue),
            ("[{\"idChannel\": \"a\"}, {}]", .noID(position: 2)), ("[{\"idChannel\": 7}]", .noID(position: 1)),
            ("[{\"idChannel\": \"\"}]", .noID(position: 1)),
            (String(repeating: "[", count: 100_000), .notJSON),
            ("[" + String(repeating: "{},", count: 100_000) + "{}]", .tooMany(limit: 100_000)),
        ])
    func faults(text: String, expected: CatalogueFault) {
        #expect(Self.read(text) == .failure(expected))
        #expect(!expected.message.isEmpty)
    }

    @Test("An answer of the API is held against its status code first")
    func answers() {
        let read = { (status: Int, body: String) in
            Result { () throws(FetchFailure) in
                try Catalogue(APIResponse(status: status, fields: [], body: Array(body.utf8)), clientID: "c")
            }
        }
        #expect(read(200, "[]").map(\.source) == .success(.api))
        #expect(read(401, "[]").map(\.source) == .failure(.loginRefused(status: 401)))
        #expect(read(500, "[]").map(\.source) == .failure(.serverError(status: 500)))
        #expect(read(200, "").map(\.source) == .failure(.empty(status: 200)))
        #expect(
            read(200, "no").map(\.source) == .failure(.notDocumented(detail: CatalogueFault.notJSON.message)))
    }
}
