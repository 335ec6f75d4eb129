/// An index of the Encoding Standard, section 5: from pointers to scalar values.
///
/// It is filled from ICU as pages ask for entries, so that a page with a hundred characters costs a hundred look-ups.
final class PointerIndex {
    /// How many pointers there are.
    let count: Int
    private let converter: ICUConverter?
    private let source: (Int) -> [UInt8]
    private let corrections: [Int: UInt32]
    private let hasPrivateUse: Bool
    /// One entry a pointer: what it stands for, or one of the two marks.
    private var entries: [UInt32]

    private static let unknown: UInt32 = .max
    private static let absent: UInt32 = .max - 1

    /// - Parameters:
    ///   - count: the number of pointers.
    ///   - converterName: ICU's name of an encoding that has the characters of the index.
    ///   - corrections: the entries where ICU differs from the standard.
    ///   - hasPrivateUse: whether the standard's index has characters of the private use area, as ICU's tables do.
    ///   - source: the bytes that stand for a pointer in that encoding.
    init(
        count: Int, converterName: String, corrections: [Int: UInt32] = [:], hasPrivateUse: Bool = false,
        source: @escaping (Int) -> [UInt8]
    ) {
        self.count = count
        converter = ICUConverter(name: converterName)
        self.corrections = corrections
        self.hasPrivateUse = hasPrivateUse
        self.source = source
        entries = [UInt32](repeating: Self.unknown, count: count)
    }

    /// "Index code point": the scalar value of a pointer, or nil.
    func scalar(at pointer: Int) -> UInt32? {
        guard entries.indices.contains(pointer) else { return nil }
        if entries[pointer] == Self.unknown { entries[pointer] = look(up: pointer) }
        return entries[pointer] == Self.absent ? nil : entries[pointer]
    }

    private func look(up pointer: Int) -> UInt32 {
        if let scalar = corrections[pointer] { return scalar }
        guard let scalar = converter?.scalar(for: source(pointer)), scalar != 0xFFFD else { return Self.absent }
        let isPrivateUse = (0xE000...0xF8FF).contains(scalar)
        return isPrivateUse && !hasPrivateUse ? Self.absent : scalar
    }

    /// "Index pointer" for every scalar value: the first pointer that stands for it among those that may be written.
    func pointers(where isWritten: (Int) -> Bool = { _ in true }) -> [UInt32: Int] {
        var pointers: [UInt32: Int] = [:]
        for pointer in 0..<count where isWritten(pointer) {
            guard let scalar = scalar(at: pointer), pointers[scalar] == nil else { continue }
            pointers[scalar] = pointer
        }
        return pointers
    }
}
