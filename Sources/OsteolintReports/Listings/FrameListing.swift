public import OsteolintCore
import WebURL

/// What `osteolint inspect` prints: the frames that a browser's parser builds.
public struct FrameListing {
    private let pages: [Page]

    /// Makes a listing of the frames of pages.
    public init(_ pages: [Page]) {
        self.pages = pages
    }

    /// Writes it as JSON.
    public func writeJSON(to output: ReportStream) {
        let json = JSONWriter(to: output)
        json.document {
            json.member("schemaVersion", JSONReporter.schemaVersion)
            json.array("documents", pages) { page in
                json.object {
                    json.member("path", page.path)
                    json.member("baseURL", page.baseURL.href)
                    json.array("frames", page.frameElements) { Self.write($0, in: page, to: json) }
                }
            }
        }
    }

    /// Writes a frame; nothing for markup that is no frame's element.
    private static func write(_ frame: Frame, in page: Page, to json: JSONWriter) {
        guard let element = page.element(of: frame), element.isFrame else { return }
        let own = frame.attribute(frame.element == "object" ? "data" : "src")
        json.object {
            json.member("element", frame.element)
            json.member("line", frame.tag.start.line)
            json.member("column", frame.tag.start.column)
            json.array("attributes", frame.attributes) { attribute in
                json.array([attribute.name, attribute.value.text]) { json.item($0) }
            }
            json.member("src", own?.value.text)
            json.member("url", own == frame.source ? frame.url?.href : nil)
            json.member("inTemplate", element.isInTemplate)
            json.member("inShadow", element.isInShadowTree)
            json.member("state", frame.state.rawValue)
            json.member("context", frame.context)
            json.member("osteocom", page.embed(of: frame) != nil)
        }
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

extension HTMLElement {
    /// Whether a browser loads a document into it.
    fileprivate var isFrame: Bool { isHTML && ["iframe", "frame", "object", "embed"].contains(name) }
}
