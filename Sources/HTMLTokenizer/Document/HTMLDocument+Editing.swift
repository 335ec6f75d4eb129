extension HTMLDocument {
    /// Adds a node that has no parent yet.
    mutating func add(_ node: HTMLNode) -> Int32 {
        nodes.append(node)
        return Int32(nodes.count - 1)
    }

    /// Puts a node without parent into a parent: before `sibling`, or at the end where that is -1.
    mutating func insert(_ child: Int32, into parent: Int32, before sibling: Int32 = -1) {
        let previous = sibling < 0 ? nodes[Int(parent)].lastChild : nodes[Int(sibling)].previous
        nodes[Int(child)].parent = parent
        nodes[Int(child)].previous = previous
        nodes[Int(child)].next = sibling
        if previous < 0 { nodes[Int(parent)].firstChild = child } else { nodes[Int(previous)].next = child }
        if sibling < 0 { nodes[Int(parent)].lastChild = child } else { nodes[Int(sibling)].previous = child }
    }

    /// Takes a node out of its parent, if it has one.
    mutating func remove(_ child: Int32) {
        let node = nodes[Int(child)]
        guard node.parent >= 0 else { return }
        if node.previous < 0 {
            nodes[Int(node.parent)].firstChild = node.next
        } else {
            nodes[Int(node.previous)].next = node.next
        }
        if node.next < 0 {
            nodes[Int(node.parent)].lastChild = node.previous
        } else {
            nodes[Int(node.next)].previous = node.previous
        }
        nodes[Int(child)].parent = -1
        nodes[Int(child)].previous = -1
        nodes[Int(child)].next = -1
    }

    /// Moves all children of a node to the end of another's.
    mutating func moveChildren(of node: Int32, to target: Int32) {
        while case let child = nodes[Int(node)].firstChild, child >= 0 {
            remove(child)
            insert(child, into: target)
        }
    }
}
