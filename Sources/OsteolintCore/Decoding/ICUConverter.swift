import CICU

/// A converter of ICU between the bytes of one encoding and Unicode, for single characters.
///
/// Only what a byte sequence stands for is asked of ICU; where sequences begin and end, and what follows a malformed
/// one, is decided by the Encoding Standard's own decoders.
final class ICUConverter {
    private let converter: OpaquePointer

    /// Opens a converter by the name ICU has for it; nil when it has none.
    init?(name: String) {
        guard let converter = cicu_converter_open(name) else { return nil }
        self.converter = converter
    }

    deinit { cicu_converter_close(converter) }

    /// The one scalar value that bytes stand for, or nil.
    func scalar(for bytes: [UInt8]) -> UInt32? {
        var units: (UInt16, UInt16) = (0, 0)
        let length = withUnsafeMutableBytes(of: &units) { buffer in
            guard let start = buffer.bindMemory(to: UInt16.self).baseAddress else { return Int32(-1) }
            return cicu_converter_decode(converter, start, 2, bytes, Int32(bytes.count))
        }
        switch length {
        case 1:
            return UInt32(units.0)
        case 2 where units.0 & 0xFC00 == 0xD800 && units.1 & 0xFC00 == 0xDC00:
            return 0x1_0000 + UInt32(units.0 & 0x3FF) << 10 + UInt32(units.1 & 0x3FF)
        default:
            return nil
        }
    }

    /// The bytes of one scalar value, or nil when the encoding has none for it.
    func bytes(for scalar: Unicode.Scalar) -> [UInt8]? {
        let units = Array(String(scalar).utf16)
        var bytes = [UInt8](repeating: 0, count: 16)
        let length = cicu_converter_encode(converter, &bytes, Int32(bytes.count), units, Int32(units.count))
        return length > 0 ? Array(bytes.prefix(Int(length))) : nil
    }
}
