/// The named character references of the HTML Standard, section 13.5.
struct NamedCharacterReferences: Sendable {
    /// A name that stands in the text, and what it means.
    struct Match {
        /// How many bytes the name takes, its semicolon included.
        let length: Int
        /// One or two code points.
        let scalars: [Unicode.Scalar]
        /// Whether the name ends with its semicolon.
        let endsWithSemicolon: Bool
    }

    /// The one table, read on first use.
    static let shared = NamedCharacterReferences()

    /// The names in the order of their bytes; those that may lack it stand without their semicolon too.
    private let names: [[UInt8]]
    private let scalars: [[Unicode.Scalar]]

    private init() {
        var names: [[UInt8]] = []
        var scalars: [[Unicode.Scalar]] = []
        let bytes = UnsafeBufferPointer(start: Self.table.utf8Start, count: Self.table.utf8CodeUnitCount)
        for entry in bytes.split(separator: UInt8(ascii: ",")) {
            let words = entry.split(separator: UInt8(ascii: " "))
            names.append(Array(words[0]))
            scalars.append(words.dropFirst().compactMap(Self.scalar))
        }
        self.names = names
        self.scalars = scalars
    }

    private static func scalar(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
        UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
    }

    /// The longest name at the start of `text`, which is what follows the ampersand.
    func longestMatch(_ text: UnsafeBufferPointer<UInt8>.SubSequence) -> Match? {
        var candidates = 0..<names.count
        var best: Int?
        for (length, byte) in text.enumerated() {
            candidates = narrowed(candidates, at: length, to: byte)
            guard let first = candidates.first else { break }
            if names[first].count == length + 1 { best = first }
        }
        return best.map {
            Match(length: names[$0].count, scalars: scalars[$0], endsWithSemicolon: names[$0].last == UInt8(ascii: ";"))
        }
    }

    /// The candidates whose byte at `index` is `byte`; all of them agree in the bytes before.
    private func narrowed(_ candidates: Range<Int>, at index: Int, to byte: UInt8) -> Range<Int> {
        let low = partition(candidates) { key($0, at: index) >= Int(byte) }
        let high = partition(low..<candidates.upperBound) { key($0, at: index) > Int(byte) }
        return low..<high
    }

    private func key(_ name: Int, at index: Int) -> Int {
        index < names[name].count ? Int(names[name][index]) : -1
    }

    private func partition(_ range: Range<Int>, _ isBehind: (Int) -> Bool) -> Int {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if isBehind(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
