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

    private(set) var elements: [OpenElement] = []
    /// How many HTML elements of each name are open: most pages ask for a `p` before each block, and mostly there is
    /// none; and a page may have many thousand elements open and end as many that are not.
    private var counts = [Int](repeating: 0, count: TagName.allCases.count)
    /// How many are open of each custom name.
    private var customCounts: [Int] = []
    /// A bit for each node of the document: whether it is open.
    private var openNodes: [UInt64] = []

    var current: OpenElement? { elements.last }
    var count: Int { elements.count }
    var isEmpty: Bool { elements.isEmpty }

    mutating func push(_ element: OpenElement) {
        count(element, 1)
        elements.append(element)
    }

    mutating func pop() {
        if let last = elements.popLast() { count(last, -1) }
    }

    mutating func remove(at index: Int) {
        count(elements.remove(at: index), -1)
    }

    mutating func insert(_ element: OpenElement, at index: Int) {
        count(element, 1)
        elements.insert(element, at: index)
    }

    mutating func replace(at index: Int, with element: OpenElement) {
        count(elements[index], -1)
        count(element, 1)
        elements[index] = element
    }

    private mutating func count(_ element: OpenElement, _ change: Int) {
        mark(element.node, isOpen: change > 0)
        guard element.namespace == .html else { return }
        counts[Int(element.name.rawValue)] += change
        guard element.name == .other else { return }
        let custom = Int(element.customName)
        if custom >= customCounts.count {
            customCounts += repeatElement(0, count: custom + 1 - customCounts.count)
        }
        customCounts[custom] += change
    }

    private mutating func mark(_ node: Int32, isOpen: Bool) {
        let (word, bit) = (Int(node) >> 6, UInt64(1) << UInt64(node & 63))
        while word >= openNodes.count { openNodes.append(0) }
        if isOpen { openNodes[word] |= bit } else { openNodes[word] &= ~bit }
    }

    /// Whether an element, by its node, is open.
    func isOpen(_ node: Int32) -> Bool {
        let word = Int(node) >> 6
        return word < openNodes.count && openNodes[word] >> UInt64(node & 63) & 1 == 1
    }

    /// Whether an HTML element of a name is open; `customName` tells apart those of the name `other`.
    func contains(_ name: TagName, customName: Int32 = -1) -> Bool {
        guard counts[Int(name.rawValue)] > 0 else { return false }
        guard name == .other else { return true }
        let custom = Int(customName)
        return customCounts.indices.contains(custom) && customCounts[custom] > 0
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

    func index(of node: Int32) -> Int? {
        isOpen(node) ? elements.lastIndex { $0.node == node } : nil
    }

    func lastIndex(of name: TagName) -> Int? {
        contains(name) ? elements.lastIndex { $0.isHTML(name) } : nil
    }

    func hasInScope(_ name: TagName, _ scope: Scope = .general) -> Bool {
        contains(name) && hasInScope(scope) { $0.isHTML(name) }
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
