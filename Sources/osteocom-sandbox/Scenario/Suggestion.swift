/// The nearest word that was perhaps meant.
enum Suggestion {
    /// ` (did you mean …?)` with the nearest of the words, or nothing where none is near.
    static func among(_ words: [String], for word: String) -> String {
        let rated = words.map { (word: $0, distance: distance($0.lowercased(), word.lowercased())) }
        guard let best = rated.min(by: { $0.distance < $1.distance }), best.distance <= max(2, word.count / 3) else {
            return ""
        }
        return " (did you mean `\(best.word)`?)"
    }

    /// How many letters have to be added, taken away or changed to make one text of the other (Levenshtein).
    private static func distance(_ first: String, _ second: String) -> Int {
        let second = Array(second)
        var row = Array(0...second.count)
        for (index, letter) in first.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in second.enumerated() {
                let changed = diagonal + (letter == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(changed, row[column] + 1, diagonal + 1)
            }
        }
        return row[second.count]
    }
}
