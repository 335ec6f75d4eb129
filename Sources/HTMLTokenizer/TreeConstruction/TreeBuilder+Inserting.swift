extension TreeBuilder {
    /// Chromium keeps this many levels of elements; deeper ones become siblings.
    static let maximumTreeDepth = 512

    /// Where a node goes: into a parent, before a child of it or, where that is -1, at its end.
    struct InsertionPlace {
        var parent: Int32
        var sibling: Int32 = -1
    }

    /// The appropriate place for inserting a node: section 13.2.6.1.
    func insertionPlace() -> InsertionPlace {
        guard let current = open.current else { return InsertionPlace(parent: 0) }
        if isFosterParenting, current.fostersItsChildren { return fosterPlace() }
        let node = document.nodes[Int(current.node)]
        guard open.count > Self.maximumTreeDepth, node.parent >= 0, node.shadowRoot == .none else {
            return InsertionPlace(parent: current.node)
        }
        return InsertionPlace(parent: node.parent)
    }

    /// Where a table's misplaced contents go.
    func fosterPlace() -> InsertionPlace {
        let template = open.lastIndex(of: .template)
        guard let table = open.lastIndex(of: .table) else {
            return InsertionPlace(parent: open.elements[template ?? 0].node)
        }
        if let template, template > table { return InsertionPlace(parent: open.elements[template].node) }
        let node = open.elements[table].node
        let parent = document.nodes[Int(node)].parent
        if parent >= 0 { return InsertionPlace(parent: parent, sibling: node) }
        return InsertionPlace(parent: open.elements[table - 1].node)
    }

    /// Makes an element for the current start tag and its attributes.
    mutating func makeElement(_ namespace: HTMLNamespace = .html) -> OpenElement {
        var node = HTMLNode(.element)
        node.name = tagName
        node.namespace = namespace
        node.isSelfClosing = tokenizer.tag.isSelfClosing
        node.sourceStart = Int32(tokenizer.tag.source.lowerBound)
        node.sourceEnd = Int32(tokenizer.tag.source.upperBound)
        if tagName == .other { node.customName = customName(tokenizer.scratch[tokenizer.tag.nameBytes]) }
        copyAttributes(into: &node)
        if namespace != .html { node.isIntegrationPoint = isIntegrationPoint(tagName, namespace) }
        return register(node)
    }

    /// Makes an element that no tag asked for.
    mutating func makeElement(named name: TagName) -> OpenElement {
        var node = HTMLNode(.element)
        node.name = name
        node.contentStart = Int32(document.attributes.count)
        node.contentEnd = node.contentStart
        return register(node)
    }

    /// Makes another element for the token that an element was made for.
    mutating func clone(_ element: OpenElement) -> OpenElement {
        let original = document.nodes[Int(element.node)]
        var node = HTMLNode(.element)
        node.name = original.name
        node.namespace = original.namespace
        node.customName = original.customName
        node.sourceStart = original.sourceStart
        node.sourceEnd = original.sourceEnd
        node.contentStart = original.contentStart
        node.contentEnd = original.contentEnd
        return register(node)
    }

    private mutating func register(_ node: HTMLNode) -> OpenElement {
        OpenElement(
            node: document.add(node), name: node.name, namespace: node.namespace, customName: node.customName,
            isIntegrationPoint: node.isIntegrationPoint)
    }

    private mutating func customName(_ bytes: ArraySlice<UInt8>) -> Int32 {
        let name = String(decoding: bytes, as: UTF8.self)
        if let known = customNames[name] { return known }
        let index = Int32(document.customNames.count)
        document.customNames.append(name)
        customNames[name] = index
        return index
    }

    private mutating func copyAttributes(into node: inout HTMLNode) {
        let base = document.attributeBytes.count
        node.contentStart = Int32(document.attributes.count)
        if let last = tokenizer.tag.attributes.last {
            let first = tokenizer.tag.attributes[0].name.lowerBound
            document.attributeBytes.append(contentsOf: tokenizer.scratch[first..<last.value.upperBound])
            for attribute in tokenizer.tag.attributes {
                document.attributes.append(HTMLAttribute(attribute, movedBy: base - first))
            }
        }
        node.contentEnd = Int32(document.attributes.count)
    }

    private func isIntegrationPoint(_ name: TagName, _ namespace: HTMLNamespace) -> Bool {
        switch (namespace, name) {
        case (.svg, .foreignobject), (.svg, .desc), (.svg, .title): true
        case (.mathML, .annotationXML):
            switch attribute("encoding").map({ String(decoding: $0, as: UTF8.self).lowercased() }) {
            case "text/html", "application/xhtml+xml": true
            default: false
            }
        default: false
        }
    }

    /// The value of an attribute of the current tag, or nil.
    func attribute(_ name: StaticString) -> ArraySlice<UInt8>? {
        let bytes = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        let attribute = tokenizer.tag.attributes.first { tokenizer.scratch[$0.name].elementsEqual(bytes) }
        return attribute.map { tokenizer.scratch[$0.value] }
    }

    /// Inserts an element for the current start tag and opens it.
    mutating func insertElement(_ namespace: HTMLNamespace = .html) {
        insert(makeElement(namespace))
    }

    /// Inserts an element for the current start tag that cannot have contents.
    mutating func insertVoidElement() {
        insertElement()
        open.pop()
    }

    mutating func insertImplied(_ name: TagName) {
        insert(makeElement(named: name))
    }

    mutating func insert(_ element: OpenElement) {
        let place = insertionPlace()
        document.insert(element.node, into: place.parent, before: place.sibling)
        open.push(element)
    }

    mutating func insertComment(_ comment: CommentToken) {
        var node = HTMLNode(comment.form.kind)
        node.sourceStart = Int32(comment.source.lowerBound)
        node.sourceEnd = Int32(comment.source.upperBound)
        let place = commentPlace()
        document.insert(document.add(node), into: place.parent, before: place.sibling)
    }

    private func commentPlace() -> InsertionPlace {
        switch mode {
        case .initial, .beforeHTML, .afterAfterBody, .afterAfterFrameset: InsertionPlace(parent: 0)
        case .afterBody: InsertionPlace(parent: open.elements[0].node)
        default: insertionPlace()
        }
    }

    /// Inserts characters as text: the algorithm *insert a character* of section 13.2.6.1.
    mutating func insertText(_ run: CharacterRun) {
        let place = insertionPlace()
        guard place.parent != 0 else { return }
        let node =
            place.sibling < 0
            ? document.nodes[Int(place.parent)].lastChild : document.nodes[Int(place.sibling)].previous
        let kind = run.isCDATA ? HTMLNode.Kind.cdata : .text
        let start = Int32(document.textBytes.count)
        appendText(run)
        let end = Int32(document.textBytes.count)
        if node >= 0, document.nodes[Int(node)].kind == kind, document.nodes[Int(node)].contentEnd == start,
            Int(document.nodes[Int(node)].sourceEnd) == run.source.lowerBound
        {
            document.nodes[Int(node)].contentEnd = end
            document.nodes[Int(node)].sourceEnd = Int32(run.source.upperBound)
            return
        }
        var text = HTMLNode(kind)
        text.contentStart = start
        text.contentEnd = end
        text.sourceStart = Int32(run.source.lowerBound)
        text.sourceEnd = Int32(run.source.upperBound)
        document.insert(document.add(text), into: place.parent, before: place.sibling)
    }

    private mutating func appendText(_ run: CharacterRun) {
        if let decoded = run.decoded {
            document.textBytes.append(contentsOf: decoded)
            return
        }
        let bytes = UnsafeBufferPointer(rebasing: tokenizer.input[run.source])
        guard bytes.contains(0x0D) else {
            document.textBytes.append(contentsOf: bytes)
            return
        }
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0D {
                document.textBytes.append(0x0A)
            } else if byte != 0x0A || index == 0 || bytes[index - 1] != 0x0D {
                document.textBytes.append(byte)
            }
        }
    }

    /// Adds the attributes of the current tag that an element does not have yet.
    mutating func addMissingAttributes(to node: Int32) {
        let present = document.attributes(of: Int(node))
        var names = Set(present.map { document.name(of: $0) })
        var merged = Array(present)
        let base = document.attributeBytes.count
        document.attributeBytes.append(contentsOf: tokenizer.scratch)
        for attribute in tokenizer.tag.attributes where names.insert(tokenizer.scratch[attribute.name]).inserted {
            merged.append(HTMLAttribute(attribute, movedBy: base))
        }
        document.nodes[Int(node)].contentStart = Int32(document.attributes.count)
        document.attributes.append(contentsOf: merged)
        document.nodes[Int(node)].contentEnd = Int32(document.attributes.count)
    }
}

extension HTMLAttribute {
    /// An attribute whose bytes were copied from the tokenizer's `scratch`.
    init(_ token: AttributeToken, movedBy offset: Int) {
        nameStart = Int32(token.name.lowerBound + offset)
        valueStart = Int32(token.value.lowerBound + offset)
        valueEnd = Int32(token.value.upperBound + offset)
        sourceStart = Int32(token.source.lowerBound)
        sourceEnd = Int32(token.source.upperBound)
        valueSourceStart = Int32(token.valueSource.lowerBound)
        valueSourceEnd = Int32(token.valueSource.upperBound)
        isDuplicate = token.isDuplicate
    }
}

extension OpenElement {
    /// Whether what does not belong into it goes before its table.
    var fostersItsChildren: Bool {
        guard namespace == .html else { return false }
        switch name {
        case .table, .tbody, .tfoot, .thead, .tr: return true
        default: return false
        }
    }
}

extension CommentToken.Form {
    var kind: HTMLNode.Kind {
        switch self {
        case .comment: .comment
        case .bogus: .bogusComment
        case .cdata: .bogusCDATA
        }
    }
}
