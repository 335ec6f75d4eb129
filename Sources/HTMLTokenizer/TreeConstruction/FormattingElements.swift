/// The list of active formatting elements: section 13.2.4.3.
struct FormattingElements {
    /// An element, or nil for a marker.
    var entries: [OpenElement?] = []

    mutating func insertMarker() { entries.append(nil) }

    mutating func clearToMarker() {
        while let last = entries.popLast() {
            if last == nil { return }
        }
    }

    /// The last element of a name behind the last marker.
    func lastElement(named name: TagName) -> OpenElement? {
        for case let entry in entries.reversed() {
            guard let entry else { return nil }
            if entry.name == name { return entry }
        }
        return nil
    }

    func index(of node: Int32) -> Int? { entries.lastIndex { $0?.node == node } }

    mutating func remove(_ node: Int32) {
        if let index = index(of: node) { entries.remove(at: index) }
    }
}
