/// How much runs of bytes above 127 look like words in a single-byte encoding of an alphabet other than the Latin one.
struct AlphabetPlausibility {
    /// The encoding that is tried.
    let encoding: TextEncoding
    private let alphabet: Alphabet
    private let scalars: [UInt32]

    /// A Western text hardly has three accented letters in a row, a text in one of these alphabets has little else.
    private static let minimumRun = 3
    private static let minimumLetters = 4

    /// The encoding whose words look best; nil when none looks like words at all.
    static func bestEncoding(of bytes: UnsafeRawBufferPointer) -> TextEncoding? {
        let runs = runs(in: bytes)
        guard runs.reduce(0, { $0 + $1.count }) >= minimumLetters else { return nil }
        let judged = Alphabet.encodings.compactMap { encoding, alphabet in
            AlphabetPlausibility(encoding, alphabet).map { (encoding, $0.average(of: runs)) }
        }
        guard let best = judged.max(by: { $0.1 < $1.1 }), best.1 >= 1 else { return nil }
        return best.0
    }

    private init?(_ encoding: TextEncoding, _ alphabet: Alphabet) {
        guard let table = SingleByteTable(encoding) else { return nil }
        self.encoding = encoding
        self.alphabet = alphabet
        scalars = table.scalars
    }

    private static func runs(in bytes: UnsafeRawBufferPointer) -> [ArraySlice<UInt8>] {
        var runs: [ArraySlice<UInt8>] = []
        var index = ASCII.runEnd(in: bytes, from: 0)
        while index < bytes.count {
            let run = bytes[index...].prefix { $0 >= 0x80 }
            if run.count >= minimumRun { runs.append(Array(run)[...]) }
            index = ASCII.runEnd(in: bytes, from: run.endIndex)
        }
        return runs
    }

    private func average(of runs: [ArraySlice<UInt8>]) -> Double {
        var sum = 0
        var count = 0
        for run in runs {
            var isAfterSmall = false
            for byte in run {
                let scalar = Unicode.Scalar(scalars[Int(byte & 0x7F)]) ?? "\u{FFFD}"
                sum += weight(of: scalar, isAfterSmall: isAfterSmall)
                count += 1
                isAfterSmall = scalar.properties.isLowercase
            }
        }
        return count == 0 ? 0 : Double(sum) / Double(count)
    }

    private func weight(of scalar: Unicode.Scalar, isAfterSmall: Bool) -> Int {
        guard alphabet.letters.contains(scalar) else { return -3 }
        if isAfterSmall, scalar.properties.isUppercase { return -3 }
        return alphabet.frequent.contains(scalar) ? 2 : 0
    }
}
