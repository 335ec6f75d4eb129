/// Templates and declarative shadow roots: sections 13.2.6.4.4 and 13.2.6.4.22.
extension TreeBuilder {
    mutating func startTemplate() {
        formatting.insertMarker()
        framesetOK = false
        mode = .inTemplate
        templateModes.append(.inTemplate)
        if let root = shadowRootMode(), let host = open.current, open.count > 1, canHostShadowRoot(host) {
            insertShadowRoot(root, into: host)
        } else {
            insertElement()
        }
    }

    private func shadowRootMode() -> HTMLNode.ShadowRoot? {
        switch attribute("shadowrootmode").map({ String(decoding: $0, as: UTF8.self).lowercased() }) {
        case "open": .open
        case "closed": .closed
        default: nil
        }
    }

    private mutating func insertShadowRoot(_ root: HTMLNode.ShadowRoot, into host: OpenElement) {
        let template = makeElement()
        document.nodes[Int(template.node)].shadowRoot = root
        document.insert(template.node, into: host.node, before: document.nodes[Int(host.node)].firstChild)
        open.push(template)
    }

    /// Whether an element may have a shadow root, by the DOM Standard's *attach a shadow root*, and has none yet.
    private func canHostShadowRoot(_ element: OpenElement) -> Bool {
        guard element.namespace == .html, element.name.canHostShadowRoot || isCustomElement(element) else {
            return false
        }
        let first = document.nodes[Int(element.node)].firstChild
        return first < 0 || document.nodes[Int(first)].shadowRoot == .none
    }

    private func isCustomElement(_ element: OpenElement) -> Bool {
        guard element.name == .other else { return false }
        let name = document.customNames[Int(element.customName)]
        return name.contains("-") && name.utf8.first.map(\.isASCIIAlpha) ?? false && !Self.reservedNames.contains(name)
    }

    /// Names with a hyphen that are no custom elements: the HTML Standard's section 4.13.3.
    private static let reservedNames: Set = [
        "color-profile", "font-face", "font-face-src", "font-face-uri", "font-face-format", "font-face-name",
        "missing-glyph",
    ]

    mutating func endTemplate() {
        guard open.contains(.template) else { return }
        generateAllImpliedEndTags()
        open.popUntil(.template)
        formatting.clearToMarker()
        _ = templateModes.popLast()
        resetMode()
    }

    mutating func startTagInTemplate() -> Bool {
        switch tagName {
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
            return startTagInHead()
        case .caption, .colgroup, .tbody, .tfoot, .thead: return switchTemplate(to: .inTable)
        case .col: return switchTemplate(to: .inColumnGroup)
        case .tr: return switchTemplate(to: .inTableBody)
        case .td, .th: return switchTemplate(to: .inRow)
        default: return switchTemplate(to: .inBody)
        }
    }

    private mutating func switchTemplate(to mode: InsertionMode) -> Bool {
        if !templateModes.isEmpty { templateModes[templateModes.count - 1] = mode }
        self.mode = mode
        return true
    }

    mutating func endTagInTemplate() -> Bool {
        if tagName == .template { endTemplate() }
        return false
    }

    /// Resets the insertion mode appropriately: section 13.2.4.1.
    mutating func resetMode() {
        for (index, element) in open.elements.enumerated().reversed() {
            if let mode = modeInside(element, isFirst: index == 0) {
                self.mode = mode
                return
            }
        }
        mode = .inBody
    }

    private func modeInside(_ element: OpenElement, isFirst: Bool) -> InsertionMode? {
        guard element.namespace == .html else { return isFirst ? .inBody : nil }
        switch element.name {
        case .td, .th: return isFirst ? .inBody : .inCell
        case .tr: return .inRow
        case .tbody, .thead, .tfoot: return .inTableBody
        case .caption: return .inCaption
        case .colgroup: return .inColumnGroup
        case .table: return .inTable
        case .template: return templateModes.last ?? .inBody
        case .head: return isFirst ? .inBody : .inHead
        case .body: return .inBody
        case .frameset: return .inFrameset
        case .html: return head < 0 ? .beforeHead : .afterHead
        default: return isFirst ? .inBody : nil
        }
    }
}

extension TagName {
    fileprivate var canHostShadowRoot: Bool {
        switch self {
        case .article, .aside, .blockquote, .body, .div, .footer, .h1, .h2, .h3, .h4, .h5, .h6, .header, .main, .nav,
            .p, .section, .span:
            true
        default: false
        }
    }
}
