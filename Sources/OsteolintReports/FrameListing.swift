public import Foundation
public import OsteolintCore
import WebURL

/// What `osteolint inspect` prints: the frames that a browser's parser builds.
public struct FrameListing {
    private let pages: [Page]

    /// Makes a listing of the frames of pages.
    public init(_ pages: [Page]) {
        self.pages = pages
    }

    /// As JSON.
    ///
    /// - Throws: what the encoder throws.
    public func json() throws -> Data {
        try JSONReporter.encode(JSONListing(documents: pages.map(JSONDocument.init)))
    }

    /// As lines of text: place, element, state and URL.
    public func text() -> String {
        pages.map(Self.text).joined()
    }

    private static func text(of page: Page) -> String {
        let frames = page.frames
        let head =
            "\(page.path): \(frames.count) \(frames.count == 1 ? "frame" : "frames"), \(page.encoding.encoding.name)\n"
        return frames.reduce(VisibleText.visible(head, keepsLineFeeds: true)) { text, frame in
            let place = "\(frame.tag.start.line):\(frame.tag.start.column)"
            let osteocom = page.embed(of: frame) == nil ? "" : "  osteocom"
            let state = frame.state == .live ? "live" : "\(frame.state.rawValue) (\(frame.context))"
            let source = frame.source?.value.text ?? "no URL"
            return text + VisibleText.visible("  \(place)  \(frame.element)  \(state)\(osteocom)  \(source)") + "\n"
        }
    }
}

private struct JSONListing: Encodable {
    let schemaVersion = JSONReporter.schemaVersion
    let documents: [JSONDocument]
}

private struct JSONDocument: Encodable {
    let path, baseURL: String
    let frames: [JSONFrame]

    init(_ page: Page) {
        path = page.path
        baseURL = page.baseURL.href
        frames = page.frameElements.compactMap { JSONFrame($0, in: page) }
    }
}

private struct JSONFrame: Encodable {
    let element: String
    let line, column: Int
    let attributes: [[String]]
    let src, url: Nullable<String>
    let inTemplate, inShadow: Bool
    let state, context: String
    let osteocom: Bool

    /// Nil for markup that is no frame's element.
    init?(_ frame: Frame, in page: Page) {
        guard let element = page.element(of: frame), element.isFrame else { return nil }
        let own = frame.attribute(frame.element == "object" ? "data" : "src")
        self.element = frame.element
        line = frame.tag.start.line
        column = frame.tag.start.column
        attributes = frame.attributes.map { [$0.name, $0.value.text] }
        src = Nullable(own?.value.text)
        url = Nullable(own == frame.source ? frame.url?.href : nil)
        inTemplate = element.isInTemplate
        inShadow = element.isInShadowTree
        state = frame.state.rawValue
        context = frame.context
        osteocom = page.embed(of: frame) != nil
    }
}

extension HTMLElement {
    /// Whether a browser loads a document into it.
    fileprivate var isFrame: Bool { isHTML && ["iframe", "frame", "object", "embed"].contains(name) }
}
