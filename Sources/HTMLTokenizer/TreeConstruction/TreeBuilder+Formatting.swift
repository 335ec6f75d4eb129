/// Active formatting elements and the adoption agency: sections 13.2.4.3 and 13.2.6.4.7.
extension TreeBuilder {
    /// Pushes the current node onto the list; of equal elements, only three are kept.
    mutating func pushFormatting() {
        guard let element = open.current else { return }
        var equal: [Int] = []
        for (index, entry) in formatting.entries.enumerated().reversed() {
            guard let entry else { break }
            if entry.name == element.name, haveSameAttributes(entry.node, element.node) { equal.append(index) }
        }
        if equal.count >= 3, let earliest = equal.last { formatting.entries.remove(at: earliest) }
        formatting.entries.append(element)
    }

    /// Whether two elements have the same attributes in whatever order; duplicates count like any other.
    private func haveSameAttributes(_ left: Int32, _ right: Int32) -> Bool {
        let left = document.nodes[Int(left)].attributes
        let right = document.nodes[Int(right)].attributes
        guard left.count == right.count else { return false }
        return left.allSatisfy { attribute in right.contains { areEqual($0, attribute) } }
    }

    private func areEqual(_ left: Int, _ right: Int) -> Bool {
        let left = document.attributes[left]
        let right = document.attributes[right]
        guard left.valueStart - left.nameStart == right.valueStart - right.nameStart,
            left.valueEnd - left.valueStart == right.valueEnd - right.valueStart
        else { return false }
        return document.name(of: left) == document.name(of: right)
            && document.value(of: left) == document.value(of: right)
    }

    /// Reconstructs the active formatting elements.
    mutating func reconstructFormatting() {
        guard let last = formatting.entries.last, let last, !isOpen(last) else { return }
        var index = formatting.entries.count - 1
        while index > 0, let entry = formatting.entries[index - 1], !isOpen(entry) { index -= 1 }
        while index < formatting.entries.count {
            guard let entry = formatting.entries[index] else { return }
            let copy = clone(entry)
            insert(copy)
            formatting.entries[index] = copy
            index += 1
            guard document.nodes.count <= options.maximumNodes else { return }
        }
    }

    private func isOpen(_ element: OpenElement) -> Bool { open.isOpen(element.node) }

    /// The adoption agency algorithm for the name of the current tag.
    mutating func runAdoptionAgency() {
        let subject = tagName
        if let current = open.current, current.isHTML(subject), formatting.index(of: current.node) == nil {
            open.pop()
            return
        }
        for _ in 0..<8 {
            guard let element = formatting.lastElement(named: subject) else { return endOtherElement() }
            guard let position = open.index(of: element.node) else { return formatting.remove(element.node) }
            guard open.hasInScope(.general, { $0.node == element.node }) else { return }
            guard let furthest = open.elements[position...].dropFirst().firstIndex(where: \.isSpecial) else {
                open.pop(downTo: position)
                return formatting.remove(element.node)
            }
            adopt(element, at: position, furthestBlock: furthest)
        }
    }

    /// One round of the adoption agency, from its step 10 on.
    private mutating func adopt(_ element: OpenElement, at position: Int, furthestBlock furthest: Int) {
        let commonAncestor = open.elements[position - 1]
        let furthestBlock = open.elements[furthest]
        var bookmark = formatting.index(of: element.node) ?? 0
        var last = furthestBlock
        var index = furthest
        var round = 0
        while true {
            index -= 1
            let node = open.elements[index]
            if node.node == element.node { break }
            round += 1
            var entry = formatting.index(of: node.node)
            if round > 3, let known = entry {
                formatting.entries.remove(at: known)
                if known < bookmark { bookmark -= 1 }
                entry = nil
            }
            guard let entry else {
                open.remove(at: index)
                continue
            }
            let copy = clone(node)
            formatting.entries[entry] = copy
            open.replace(at: index, with: copy)
            if last.node == furthestBlock.node { bookmark = entry + 1 }
            document.remove(last.node)
            document.insert(last.node, into: copy.node)
            last = copy
        }
        document.remove(last.node)
        let place = commonAncestor.fostersItsChildren ? fosterPlace() : InsertionPlace(parent: commonAncestor.node)
        document.insert(last.node, into: place.parent, before: place.sibling)
        let copy = clone(element)
        document.moveChildren(of: furthestBlock.node, to: copy.node)
        document.insert(copy.node, into: furthestBlock.node)
        replaceFormatting(element, with: copy, at: bookmark)
        if let index = open.index(of: element.node) { open.remove(at: index) }
        if let index = open.index(of: furthestBlock.node) { open.insert(copy, at: index + 1) }
    }

    private mutating func replaceFormatting(_ element: OpenElement, with copy: OpenElement, at bookmark: Int) {
        var bookmark = bookmark
        if let index = formatting.index(of: element.node) {
            formatting.entries.remove(at: index)
            if index < bookmark { bookmark -= 1 }
        }
        formatting.entries.insert(copy, at: min(bookmark, formatting.entries.count))
    }
}
