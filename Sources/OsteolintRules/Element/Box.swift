import OsteolintCore

/// What the markup of an element says about whether it is seen: its `hidden`, its size and its inline style.
struct Box {
    /// The name of the element; nil for the frame that is judged.
    private let element: String?
    /// The start tag; nil for the frame that is judged.
    let tag: SourceRange?
    private let hidden: String?
    private let style: InlineStyle
    /// The attributes of the size; both nil unless it is a frame with a size of its own.
    private let size: (width: String?, height: String?)
    private let isSized: Bool

    private static let displays: Set = [
        "none", "block", "inline", "inline-block", "flex", "inline-flex", "grid", "inline-grid", "contents",
        "flow-root",
        "list-item", "table", "inline-table", "table-row", "table-cell", "table-row-group", "table-header-group",
        "table-footer-group", "table-column", "table-column-group", "table-caption", "-webkit-box",
        "-webkit-inline-box", "-webkit-flex", "-webkit-inline-flex", "inherit", "initial", "unset", "revert",
        "revert-layer",
    ]
    private static let visibilities: Set = [
        "visible", "hidden", "collapse", "inherit", "initial", "unset", "revert", "revert-layer",
    ]

    /// The box of a frame.
    init(_ frame: Frame) {
        element = nil
        tag = nil
        hidden = frame.attribute("hidden")?.value.text
        style = InlineStyle(frame.attribute("style")?.value.text)
        // The frameset alone sizes a `frame`.
        isSized = frame.element != "frame"
        size = (frame.attribute("width")?.value.text, frame.attribute("height")?.value.text)
    }

    /// The box of an element around a frame, with its start tag.
    init(_ element: HTMLElement, tag: SourceRange?) {
        self.element = element.name
        self.tag = tag
        hidden = element.isHTML ? element.attribute("hidden") : nil
        style = InlineStyle(element.attribute("style"))
        isSized = false
        size = (nil, nil)
    }

    /// What to call it in a sentence.
    var name: String { element.map { "the `\($0)` around it" } ?? "the frame" }

    /// Whether the inline style takes it from the page.
    var isHiddenByStyle: Bool { display == "none" }

    /// Whether it is not displayed, by its style or by `hidden`.
    ///
    /// An inline `display` wins over `hidden`, which is no more than a style sheet's `display:none`; but not over
    /// `hidden="until-found"`, which hides the contents only.
    var isNotDisplayed: Bool {
        if isHiddenByStyle { return true }
        guard let hidden else { return false }
        return display == nil || hidden.lowercased() == "until-found"
    }

    /// `visible` or `hidden` where the inline style says so; nil where the element around it decides.
    var visibility: String? {
        switch style.value(of: "visibility", where: Self.visibilities.contains) {
        case "visible", "initial": "visible"
        case "hidden", "collapse": "hidden"
        default: nil
        }
    }

    /// `width` or `height`, whichever is 0; nil when none is.
    var emptySide: String? {
        guard isSized else { return nil }
        if isEmpty("width", attribute: size.width) { return "width" }
        return isEmpty("height", attribute: size.height) ? "height" : nil
    }

    private var display: String? {
        let value = style.value(of: "display", where: Self.displays.contains)
        // These two give the author's word back to the browser's own style sheet, which knows `hidden`.
        return value == "revert" || value == "revert-layer" ? nil : value
    }

    private func isEmpty(_ side: String, attribute: String?) -> Bool {
        let least = style.value(of: "min-\(side)", where: CSSLength.isValid) ?? "0"
        guard least == "auto" || CSSLength.isZero(least) else { return false }
        guard let length = style.value(of: side, where: CSSLength.isValid) else {
            return attribute.map(HTMLDimension.isZero) ?? false
        }
        return CSSLength.isZero(length)
    }
}
