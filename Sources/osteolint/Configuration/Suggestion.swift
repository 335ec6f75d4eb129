import OsteolintCore

/// The nearest word that was perhaps meant.
enum Suggestion {
    /// ` (did you mean …?)` with the nearest of the words, or nothing where none is near.
    static func among(_ words: [String], for word: String) -> String {
        nearest(words, to: word).map { " (did you mean `\($0)`?)" } ?? ""
    }

    /// The nearest word, or nil where none is near.
    static func nearest(_ words: [String], to word: String) -> String? {
        let limit = max(2, word.count / 3)
        let rated = words.map { (word: $0, distance: EditDistance.between($0.lowercased(), word.lowercased())) }
        let near = rated.filter { $0.distance <= limit }.min { $0.distance < $1.distance }?.word
        return near ?? words.first { word.count >= 3 && $0.lowercased().hasPrefix(word.lowercased()) }
    }
}
