/// A text of which parts get hidden, each scalar by a `*`, so that columns stay what they are.
struct MaskableText {
    let bytes: [UInt8]
    private let original: String
    /// Whether each byte is hidden; empty as long as none is.
    private var isHidden: [Bool] = []

    init(_ text: String) {
        original = text
        bytes = Array(text.utf8)
    }

    /// Hides a stretch, given in UTF-8 bytes.
    mutating func hide(_ range: Range<Int>) {
        if isHidden.isEmpty { isHidden = [Bool](repeating: false, count: bytes.count) }
        for index in range.clamped(to: bytes.indices) { isHidden[index] = true }
    }

    /// The text with asterisks for what is hidden.
    var text: String {
        guard !isHidden.isEmpty else { return original }
        var shown: [UInt8] = []
        shown.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            guard isHidden[index] else {
                shown.append(byte)
                continue
            }
            // One asterisk a scalar: continuation bytes have none of their own.
            if byte & 0xC0 != 0x80 { shown.append(UInt8(ascii: "*")) }
        }
        return String(decoding: shown, as: UTF8.self)
    }
}
