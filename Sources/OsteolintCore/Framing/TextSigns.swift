/// Looks for many short texts at once, in one pass.
struct TextSigns: Sendable {
    /// The texts that begin with each byte, with their positions in the list.
    private let byFirstByte: [[(position: Int, text: [UInt8])]]

    /// Makes a set of texts, none of them empty.
    init(_ texts: [String]) {
        var byFirstByte = [[(position: Int, text: [UInt8])]](repeating: [], count: 256)
        for (position, text) in texts.enumerated() {
            let bytes = Array(text.utf8)
            if let first = bytes.first { byFirstByte[Int(first)].append((position, bytes)) }
        }
        self.byFirstByte = byFirstByte
    }

    /// The position in the list of the text that stands first, or nil where none stands anywhere.
    func first(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            for index in bytes.indices {
                for sign in byFirstByte[Int(bytes[index])] where Self.stands(sign.text, at: index, in: bytes) {
                    return sign.position
                }
            }
            return nil
        }
    }

    private static func stands(_ text: [UInt8], at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard index + text.count <= bytes.count else { return false }
        for offset in text.indices where bytes[index + offset] != text[offset] { return false }
        return true
    }
}
