/// The lists of several reports made one, in which an item that several of them hold stands once.
///
/// Of two equal items in one list the second is another one than the first: masked, the questions about two users look
/// the same.
struct MergedList<Key: Hashable, Item> {
    /// What all lists hold, in the order in which it came.
    private(set) var items: [Item] = []
    private var indexes: [Key: [Int]] = [:]

    /// Adds a report's list.
    ///
    /// - Parameters:
    ///   - list: the items in order.
    ///   - key: what makes two items of different lists the same.
    ///   - unite: takes over what the same item of a later list says more.
    /// - Returns: for each item of the list, where it stands in `items` now.
    @discardableResult
    mutating func add(_ list: [Item], key: (Item) -> Key, unite: (inout Item, Item) -> Void) -> [Int] {
        var occurrences: [Key: Int] = [:]
        return list.map { item in
            let key = key(item)
            let occurrence = occurrences[key, default: 0]
            occurrences[key] = occurrence + 1
            if let known = indexes[key], occurrence < known.count {
                unite(&items[known[occurrence]], item)
                return known[occurrence]
            }
            indexes[key, default: []].append(items.count)
            items.append(item)
            return items.count - 1
        }
    }
}

extension MergedList where Key == Item {
    /// Adds a report's list of items that are the same where they are equal.
    @discardableResult
    mutating func add(_ list: [Item]) -> [Int] {
        add(list, key: { $0 }, unite: { _, _ in })
    }
}
