import OsteolintCore
import WebURL

/// A frame as Chromium has it, or as a `Page` has it.
struct ChromiumTableFrame: Decodable, Sendable {
    /// Names and values as parsed, in order.
    let attributes: [[String]]
    /// What the URL resolves to. The DOM gives back a text of which no URL can be made; a `Page` gives nil.
    let url: String?
    let isInTemplate: Bool
    let isInShadowTree: Bool

    private enum Key: String, CodingKey {
        case attributes = "attrs"
        case source = "src"
        case data
        case isInTemplate = "in_template"
        case shadow = "in_shadow"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        attributes = try fields.decode([[String]].self, forKey: .attributes)
        let source = try fields.decodeIfPresent(String.self, forKey: .source)
        url = try source ?? fields.decodeIfPresent(String.self, forKey: .data)
        isInTemplate = try fields.decodeIfPresent(Bool.self, forKey: .isInTemplate) ?? false
        isInShadowTree = try fields.decodeIfPresent(String.self, forKey: .shadow) != nil
    }

    /// A frame of a page, or nil for markup that no browser loads a document into.
    init?(_ frame: Frame, in page: Page) {
        guard let element = page.element(of: frame), element.isHTML else { return nil }
        let own = frame.attribute(frame.element == "object" ? "data" : "src")
        guard own != nil || frame.element == "iframe" else { return nil }
        attributes = frame.attributes.map { [$0.name, $0.value.text] }
        url = own == frame.source ? frame.url?.href : nil
        isInTemplate = element.isInTemplate
        isInShadowTree = element.isInShadowTree
    }

    private init(attributes: [[String]], url: String?, isInTemplate: Bool, isInShadowTree: Bool) {
        self.attributes = attributes
        self.url = url
        self.isInTemplate = isInTemplate
        self.isInShadowTree = isInShadowTree
    }

    /// The same frame below a shadow root.
    var inShadowTree: ChromiumTableFrame {
        ChromiumTableFrame(attributes: attributes, url: url, isInTemplate: isInTemplate, isInShadowTree: true)
    }

    /// Attributes as bytes: `String` takes texts for equal that differ in their scalars.
    var attributeBytes: [[[UInt8]]] { attributes.map { $0.map { Array($0.utf8) } } }
}
