import OsteolintCore
import WebURL

/// A document of Chromium's table, as `../shared/data/README.md` describes it.
struct ChromiumTableRow: Decodable, Sendable {
    let id: String
    let family: String
    let file: String
    private let base: String
    private let contentType: String
    /// The document's base URL, with scripting on and off.
    private let baseURIs: [Bool: String]
    /// The frames in document order, by element, with scripting on and off.
    private let frames: [Bool: [String: [ChromiumTableFrame]]]
    /// Frames below closed shadow roots, whose place among the others the browser does not tell.
    private let hidden: [Bool: [ChromiumTableFrame]]

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        func text(_ key: String) throws -> String { try fields.decode(String.self, forKey: Key(stringValue: key)) }
        func frames(_ key: String) throws -> [ChromiumTableFrame] {
            try fields.decodeIfPresent([ChromiumTableFrame].self, forKey: Key(stringValue: key)) ?? []
        }
        id = try text("id")
        family = try text("family")
        file = try text("file")
        base = try text("base_url")
        contentType = try text("encoding_header")
        let withoutScripts = try fields.decodeIfPresent(
            [String].self, forKey: Key(stringValue: "scripting_false_document"))
        let baseURI = try text("document_base_uri")
        baseURIs = [true: baseURI, false: withoutScripts?.last ?? baseURI]
        var found: [Bool: [String: [ChromiumTableFrame]]] = [:]
        var hidden: [Bool: [ChromiumTableFrame]] = [:]
        for scripting in [true, false] {
            found[scripting] = [:]
            for element in ["iframe", "frame", "object", "embed"] {
                found[scripting]?[element] = try frames("\(element)s_scripting_\(scripting)")
            }
            hidden[scripting] = try frames("closed_shadow_iframes_scripting_\(scripting)").map(\.inShadowTree)
        }
        self.frames = found
        self.hidden = hidden
    }

    /// How the browser was given the document.
    func options(scripting: Bool) -> Page.Options {
        Page.Options(
            contentType: contentType.isEmpty ? nil : contentType, url: WebURL(base), scripting: scripting)
    }

    func baseURI(scripting: Bool) -> String { baseURIs[scripting] ?? "" }

    /// The frames of an element in document order; in no order where some are below a closed shadow root.
    func frames(_ element: String, scripting: Bool) -> (frames: [ChromiumTableFrame], areOrdered: Bool) {
        let seen = frames[scripting]?[element] ?? []
        let unseen = element == "iframe" ? hidden[scripting] ?? [] : []
        return (seen + unseen, unseen.isEmpty)
    }
}
