/// End tags *in body*: section 13.2.6.4.7.
extension TreeBuilder {
    mutating func endTagInBody() -> Bool {
        switch tagName {
        case .template: endTemplate()
        case .body: _ = endBody()
        case .html: return endBody()
        case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
            .figcaption, .figure, .footer, .header, .hgroup, .listing, .main, .menu, .nav, .ol, .pre, .search,
            .section, .select, .summary, .ul:
            closeElement(tagName)
        case .form: endForm()
        case .p: endParagraph()
        case .li: closeElement(.li, in: .listItem, generatingExcept: .li)
        case .dd, .dt: closeElement(tagName, generatingExcept: tagName)
        case .h1, .h2, .h3, .h4, .h5, .h6: endHeading()
        case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u:
            runAdoptionAgency()
        case .applet, .marquee, .object: endMarked()
        case .br: insertBreak()
        default: endOtherElement()
        }
        return false
    }

    /// Whether a body was open in scope.
    private mutating func endBody() -> Bool {
        guard open.hasInScope(.body) else { return false }
        mode = .afterBody
        return true
    }

    private mutating func closeElement(
        _ name: TagName,
        in scope: OpenElements.Scope = .general,
        generatingExcept exception: TagName? = nil
    ) {
        guard open.hasInScope(name, scope) else { return }
        generateImpliedEndTags(except: exception)
        open.popUntil(name)
    }

    private mutating func endForm() {
        guard !open.contains(.template) else { return closeElement(.form) }
        let node = form
        form = -1
        guard node >= 0, open.hasInScope(.general, { $0.node == node }) else { return }
        generateImpliedEndTags()
        if let index = open.index(of: node) { open.remove(at: index) }
    }

    private mutating func endParagraph() {
        if !open.hasInScope(.p, .button) { insertImplied(.p) }
        closeParagraph()
    }

    /// Closes a `p` element, where one is open in button scope.
    mutating func closeParagraph() {
        guard open.hasInScope(.p, .button) else { return }
        generateImpliedEndTags(except: .p)
        open.popUntil(.p)
    }

    private mutating func endHeading() {
        guard open.hasInScope(.general, { $0.namespace == .html && $0.name.isHeading }) else { return }
        generateImpliedEndTags()
        open.popUntil(.h1, .h2, .h3, .h4, .h5, .h6)
    }

    private mutating func endMarked() {
        guard open.hasInScope(tagName) else { return }
        generateImpliedEndTags()
        open.popUntil(tagName)
        formatting.clearToMarker()
    }

    private mutating func insertBreak() {
        reconstructFormatting()
        insertImplied(.br)
        open.pop()
        framesetOK = false
    }

    /// *Any other end tag*.
    mutating func endOtherElement() {
        let name = tagName
        let customName = name == .other ? customNames[currentCustomName] : -1
        guard let customName, open.contains(name, customName: customName) else { return }
        for (index, element) in open.elements.enumerated().reversed() {
            if element.isHTML(name), element.customName == customName {
                generateImpliedEndTags(except: name)
                open.pop(downTo: index)
                return
            }
            if element.isSpecial { return }
        }
    }

    private var currentCustomName: String {
        String(decoding: tokenizer.scratch[tokenizer.tag.nameBytes], as: UTF8.self)
    }

    /// Generates implied end tags: section 13.2.6.3.
    mutating func generateImpliedEndTags(except exception: TagName? = nil) {
        while let current = open.current, current.namespace == .html, current.name != exception,
            current.name.hasImpliedEndTag
        {
            open.pop()
        }
    }

    /// Generates all implied end tags thoroughly.
    mutating func generateAllImpliedEndTags() {
        while let current = open.current, current.namespace == .html,
            current.name.hasImpliedEndTag || current.name.hasThoroughlyImpliedEndTag
        {
            open.pop()
        }
    }
}

extension TagName {
    fileprivate var hasImpliedEndTag: Bool {
        switch self {
        case .dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc: true
        default: false
        }
    }

    fileprivate var hasThoroughlyImpliedEndTag: Bool {
        switch self {
        case .caption, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: true
        default: false
        }
    }
}
