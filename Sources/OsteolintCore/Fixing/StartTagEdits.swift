/// Makes the edits of a frame's start tag.
public struct StartTagEdits {
    private let page: Page
    private let frame: Frame
    private let element: HTMLElement
    private let tag: Range<Int>

    /// Looks at a frame; nil where its tag is not written in the page itself, or where a template engine may still put
    /// attributes into it.
    public init?(_ frame: Frame, in page: Page) {
        guard let element = page.element(of: frame), let tag = element.startTagOffsets else { return nil }
        let values = (frame.attributes + frame.droppedAttributes).map(\.valueOffsets)
        let isFilledIn = page.templates(in: tag).contains { expression in
            !values.contains { $0.lowerBound <= expression.lowerBound && expression.upperBound <= $0.upperBound }
        }
        guard !isFilledIn else { return nil }
        self.page = page
        self.frame = frame
        self.element = element
        self.tag = tag
    }

    /// Puts an attribute behind the element's name.
    ///
    /// - Parameters:
    ///   - name: the attribute's name.
    ///   - value: its value, of letters and digits.
    /// - Returns: the edit.
    public func adding(_ name: String, _ value: String) -> TextEdit {
        edit(insertingAt: tag.lowerBound + 1 + frame.element.utf8.count, " \(name)=\"\(value)\"")
    }

    /// Gives an attribute another value, in its own quotes where it has any.
    ///
    /// - Parameters:
    ///   - attribute: one of the frame's.
    ///   - value: its new value, of letters and digits.
    /// - Returns: the edit.
    public func setting(_ attribute: FrameAttribute, to value: String) -> TextEdit {
        let whole = page.lines.offsets(attribute.range)
        let old = attribute.valueOffsets
        guard page.text[whole].contains(UInt8(ascii: "=")) else {
            return edit(insertingAt: whole.upperBound, "=\"\(value)\"")
        }
        let isQuoted = old.upperBound < whole.upperBound
        return edit(old, isQuoted ? value : "\"\(value)\"")
    }

    /// Takes an attribute out, with the white space before it where something else parts its neighbours.
    public func removing(_ attribute: FrameAttribute) -> TextEdit {
        let whole = page.lines.offsets(attribute.range)
        let next = page.text[whole.upperBound]
        var start = whole.lowerBound
        if ASCII.isWhitespace(next) || next == UInt8(ascii: ">") {
            while ASCII.isWhitespace(page.text[start - 1]) { start -= 1 }
        }
        return edit(start..<whole.upperBound, "")
    }

    /// Writes an end tag behind a start tag with `/>`, which closes nothing; nil where there is no such slash, or where
    /// an end tag of its own stands behind what is meant to be the frame's content.
    public func closing() -> TextEdit? {
        guard element.isSelfClosing, !element.isClosed || holdsFrame else { return nil }
        guard page.text[..<tag.upperBound].suffix(2).elementsEqual("/>".utf8) else { return nil }
        var start = tag.upperBound - 2
        while page.text[start - 1] == UInt8(ascii: " ") || page.text[start - 1] == UInt8(ascii: "\t") { start -= 1 }
        return edit(start..<tag.upperBound, "></iframe>")
    }

    /// Whether the end tag that closes the element is another frame's.
    private var holdsFrame: Bool { element.text.lowercased().contains("<iframe") }

    private func edit(_ offsets: Range<Int>, _ replacement: String) -> TextEdit {
        TextEdit(page.lines.range(offsets), replacement)
    }

    private func edit(insertingAt offset: Int, _ text: String) -> TextEdit { edit(offset..<offset, text) }
}
