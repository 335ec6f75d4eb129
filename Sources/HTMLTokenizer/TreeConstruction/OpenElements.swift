/// An entry of the stack of open elements.
struct OpenElement {
    let node: Int32
    let name: TagName
    let namespace: HTMLNamespace
    /// Tells apart elements of the name `other`.
    let customName: Int32
    /// An HTML or MathML text integration point, by its name and attributes.
    let isIntegrationPoint: Bool

    func isHTML(_ name: TagName) -> Bool { self.name == name && namespace == .html }
}

/// The stack of open elements: the HTML Standard, section 13.2.4.2.
struct OpenElements {
    /// What ends a search for an element in scope.
    enum Scope { case general, listItem, button, table }

    var elements: [OpenElement] = []
    /// How many `p` elements are open: most pages ask for one before each block, and mostly there is none.
    private var openParagraphs = 0

    var current: OpenElement? { elements.last }
    var count: Int { elements.count }
    var isEmpty: Bool { elements.isEmpty }

    mutating func push(_ element: OpenElement) {
        if element.isHTML(.p) { openParagraphs += 1 }
        elements.append(element)
    }

    mutating func pop() {
        if let last = elements.popLast(), last.isHTML(.p) { openParagraphs -= 1 }
    }

    mutating func remove(at index: Int) {
        if elements.remove(at: index).isHTML(.p) { openParagraphs -= 1 }
    }

    mutating func insert(_ element: OpenElement, at index: Int) {
        if element.isHTML(.p) { openParagraphs += 1 }
        elements.insert(element, at: index)
    }

    mutating func replace(at index: Int, with element: OpenElement) {
        elements[index] = element
    }

    /// Pops up to and with the element at an index.
    mutating func pop(downTo index: Int) {
        while elements.count > index { pop() }
    }

    /// Pops up to and with the first element of one of these names.
    mutating func popUntil(_ names: TagName...) {
        while let element = elements.last {
            pop()
            if element.namespace == .html, names.contains(element.name) { return }
        }
    }

    func index(of node: Int32) -> Int? { elements.lastIndex { $0.node == node } }
    func lastIndex(of name: TagName) -> Int? { elements.lastIndex { $0.isHTML(name) } }
    func contains(_ name: TagName) -> Bool { elements.contains { $0.isHTML(name) } }

    func hasInScope(_ name: TagName, _ scope: Scope = .general) -> Bool {
        if name == .p, openParagraphs == 0 { return false }
        return hasInScope(scope) { $0.isHTML(name) }
    }

    func hasInScope(_ scope: Scope, _ isTarget: (OpenElement) -> Bool) -> Bool {
        for element in elements.reversed() {
            if isTarget(element) { return true }
            if Self.ends(scope, element) { return false }
        }
        return false
    }

    private static func ends(_ scope: Scope, _ element: OpenElement) -> Bool {
        guard element.namespace == .html else { return scope != .table && isForeignBoundary(element) }
        switch element.name {
        case .html, .table, .template: return true
        case .applet, .caption, .td, .th, .marquee, .object, .select: return scope != .table
        case .ol, .ul: return scope == .listItem
        case .button: return scope == .button
        default: return false
        }
    }

    private static func isForeignBoundary(_ element: OpenElement) -> Bool {
        switch element.name {
        case .mi, .mo, .mn, .ms, .mtext, .annotationXML: element.namespace == .mathML
        case .foreignobject, .desc, .title: element.namespace == .svg
        default: false
        }
    }
}

extension OpenElement {
    /// The standard's *special* category, section 13.2.4.2.
    var isSpecial: Bool {
        switch namespace {
        case .mathML:
            switch name {
            case .mi, .mo, .mn, .ms, .mtext, .annotationXML: true
            default: false
            }
        case .svg:
            switch name {
            case .foreignobject, .desc, .title: true
            default: false
            }
        case .html: name.isSpecial
        }
    }
}

extension TagName {
    /// Whether HTML elements of this name are *special*.
    var isSpecial: Bool {
        switch self {
        case .address, .applet, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body, .br, .button,
            .caption, .center, .col, .colgroup, .dd, .details, .dir, .div, .dl, .dt, .embed, .fieldset, .figcaption,
            .figure, .footer, .form, .frame, .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr,
            .html, .iframe, .img, .input, .keygen, .li, .link, .listing, .main, .marquee, .menu, .meta, .nav, .noembed,
            .noframes, .noscript, .object, .ol, .p, .param, .plaintext, .pre, .script, .search, .section, .select,
            .source, .style, .summary, .table, .tbody, .td, .template, .textarea, .tfoot, .th, .thead, .title, .tr,
            .track, .ul, .wbr, .xmp:
            true
        default: false
        }
    }
}
