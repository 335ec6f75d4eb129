/// Markdown that is put together block by block and never grows beyond its room.
struct BoundedMarkdown {
    /// What is kept for saying what was left out, in bytes.
    private static let reserve = 1000

    private(set) var text = ""
    private let room: Int
    /// How what has been begun is to be ended, the innermost last.
    private var ends: [String] = []

    /// Begins an empty text with room for so many bytes.
    init(room: Int) {
        self.room = room
    }

    /// Adds a block, unless there is no room for it.
    ///
    /// - Returns: whether it was added.
    @discardableResult
    mutating func add(_ block: String) -> Bool {
        let owed = ends.reduce(Self.reserve) { $0 + $1.utf8.count }
        guard text.utf8.count + block.utf8.count + owed <= room else { return false }
        text += block
        return true
    }

    /// Begins something that is folded away until its reader asks for it, unless there is no room for it.
    ///
    /// - Returns: whether it was begun; it is to be ended then.
    mutating func fold(_ summary: String) -> Bool {
        let end = "</details>\n\n"
        ends.append(end)
        guard add("<details>\n<summary>\(summary)</summary>\n\n") else {
            ends.removeLast()
            return false
        }
        return true
    }

    /// Ends what was folded last.
    mutating func endFold() {
        text += ends.popLast() ?? ""
    }

    /// Adds a line of osteolint's own on what was left out, for which there is always room.
    mutating func conclude(_ line: String) {
        text += line
    }

    /// Adds a line for each item, as many as are to be shown and find room, and says how many more there are.
    mutating func addLines<Items: Collection>(_ items: Items, upTo count: Int, _ line: (Items.Element) -> String) {
        var shown = 0
        for item in items.prefix(count) {
            guard add(line(item)) else { break }
            shown += 1
        }
        if shown < items.count { conclude("\nand \(items.count - shown) more\n") }
        conclude("\n")
    }
}
