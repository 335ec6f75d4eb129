import OsteolintCore

/// Finds what is wrong with the encoding of a name or a value, each kind of fault once.
struct EncodingFaultScanner {
    private let bytes: [UInt8]
    private let range: Range<Int>
    private let isUnicodePage: Bool
    private let isSkipped: (Int) -> Bool

    /// Looks at a stretch of an embed's URL; `isSkipped` tells bytes of it that another rule speaks of.
    init(_ range: Range<Int>, of embed: Embed, isSkipped: @escaping (Int) -> Bool) {
        bytes = embed.url.input.bytes
        self.range = range
        isUnicodePage = embed.isUnicodePage
        self.isSkipped = { isSkipped($0) || embed.url.isInTemplate($0) }
    }

    /// The first fault of each kind.
    var faults: [EncodingFault] {
        guard bytes[range].contains(where: Self.canBeFault) else { return [] }
        var found: [EncodingFault.Kind: EncodingFault] = [:]
        for index in range where !isSkipped(index) {
            guard let kind = kind(at: index) else { continue }
            add(kind, at: index, to: &found)
        }
        if let invalid = invalidUTF8 { found[.invalidUTF8] = EncodingFault(kind: .invalidUTF8, indices: invalid) }
        return found.values.sorted { $0.indices.lowerBound < $1.indices.lowerBound }
    }

    private func add(_ kind: EncodingFault.Kind, at index: Int, to found: inout [EncodingFault.Kind: EncodingFault]) {
        guard let last = found[kind]?.all.last, let count = found[kind]?.all.count else {
            found[kind] = EncodingFault(kind: kind, indices: index..<end(of: kind, from: index))
            return
        }
        guard count <= EncodingCure.most, index >= last.upperBound else { return }
        found[kind]?.all.append(index..<end(of: kind, from: index))
    }

    /// Whether a fault can begin with a byte; most names and values have none of these.
    private static func canBeFault(_ byte: UInt8) -> Bool {
        byte <= UInt8(ascii: " ") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "+") || byte >= 0x7F
    }

    private func kind(at index: Int) -> EncodingFault.Kind? {
        switch bytes[index] {
        case UInt8(ascii: " "): .space
        case 0x00..<0x20, 0x7F: .control
        case UInt8(ascii: "+"): .plus
        case UInt8(ascii: "%"): kindOfPercent(at: index)
        case 0xC0...: isUnicodePage ? nil : .nonASCII
        default: nil
        }
    }

    private func kindOfPercent(at index: Int) -> EncodingFault.Kind? {
        guard let byte = escapedByte(at: index) else { return .strayPercent }
        let isEncodedPercent = byte == UInt8(ascii: "%")
        return isEncodedPercent && hexadecimalPair(at: index + 3) != nil ? .encodedTwice : nil
    }

    private func end(of kind: EncodingFault.Kind, from index: Int) -> Int {
        switch kind {
        case .encodedTwice: index + 5
        case .nonASCII: (index + 1..<range.upperBound).first { bytes[$0] & 0xC0 != 0x80 } ?? range.upperBound
        case .space: (index..<range.upperBound).first { bytes[$0] != bytes[index] } ?? range.upperBound
        default: index + 1
        }
    }

    /// The first percent-encoded bytes that are no UTF-8 once decoded.
    private var invalidUTF8: Range<Int>? {
        var decoded: [(byte: UInt8, source: Range<Int>)] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let escaped = escapedByte(at: index)
            let next = index + (escaped == nil ? 1 : 3)
            decoded.append((escaped ?? bytes[index], index..<next))
            index = next
        }
        var remaining = decoded.map(\.byte).makeIterator()
        var parser = Unicode.UTF8.ForwardParser()
        var position = 0
        while true {
            switch parser.parseScalar(from: &remaining) {
            case .valid(let scalar): position += scalar.count
            case .error(let length):
                let source = decoded[position].source.lowerBound..<decoded[position + length - 1].source.upperBound
                if !isSkipped(source.lowerBound) { return source }
                position += length
            case .emptyInput: return nil
            }
        }
    }

    private func escapedByte(at index: Int) -> UInt8? {
        bytes[index] == UInt8(ascii: "%") ? hexadecimalPair(at: index + 1) : nil
    }

    private func hexadecimalPair(at index: Int) -> UInt8? {
        guard index + 2 <= range.upperBound else { return nil }
        let digits = bytes[index..<(index + 2)]
        guard digits.allSatisfy({ ObjectID.isDigit(Unicode.Scalar($0)) }) else { return nil }
        return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
