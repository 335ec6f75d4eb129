/// Foreign content: section 13.2.6.5. A step returns whether the token is to be processed as HTML.
extension TreeBuilder {
    mutating func startTagInForeignContent() -> Bool {
        if tagName.breaksOutOfForeignContent || (tagName == .font && hasFontAttribute) {
            popForeignContent()
            return true
        }
        insertElement(open.current?.namespace ?? .html)
        if tokenizer.tag.isSelfClosing {
            open.pop()
        }
        return false
    }

    private var hasFontAttribute: Bool {
        attribute("color") != nil || attribute("face") != nil || attribute("size") != nil
    }

    private mutating func popForeignContent() {
        while let current = open.current, current.namespace != .html, !current.isIntegrationPoint,
            !current.isMathMLTextIntegrationPoint
        {
            open.pop()
        }
    }

    mutating func endTagInForeignContent() -> Bool {
        if tagName == .br || tagName == .p {
            popForeignContent()
            return true
        }
        for (index, element) in open.elements.enumerated().reversed() {
            if index == 0 { return false }
            if element.namespace == .html { return true }
            if hasNameOfTag(element) {
                open.pop(downTo: index)
                return false
            }
        }
        return false
    }

    private func hasNameOfTag(_ element: OpenElement) -> Bool {
        guard element.name == tagName else { return false }
        guard tagName == .other else { return true }
        return document.customNames[Int(element.customName)].utf8
            .elementsEqual(tokenizer.scratch[tokenizer.tag.nameBytes])
    }
}

extension TagName {
    fileprivate var breaksOutOfForeignContent: Bool {
        switch self {
        case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3, .h4,
            .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small,
            .span, .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .var:
            true
        default: false
        }
    }
}
