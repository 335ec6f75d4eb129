/// Turns the bytes of a page into text, as the decoders of the Encoding Standard do.
///
/// A decoder keeps the tables it has made, so use one for many pages; it belongs to one thread at a time.
public final class TextDecoder {
    private let indexes = LegacyIndexes()
    private var singleByteTables: [TextEncoding: SingleByteTable] = [:]

    /// Makes a decoder. Tables are made when a page needs them.
    public init() {}

    /// Decodes the bytes of a page into UTF-8. Never fails: what is malformed becomes U+FFFD.
    ///
    /// U+0000 stays. A byte order mark is text here; leave it out by `SniffedEncoding.byteOrderMarkLength`.
    /// - Parameters:
    ///   - bytes: the bytes of the page after its byte order mark.
    ///   - encoding: how they are encoded.
    ///   - text: takes the text as valid UTF-8. What it held is lost, its memory is used again.
    /// - Returns: how many U+FFFD stand for malformed sequences of the source.
    @discardableResult
    public func decode(_ bytes: UnsafeRawBufferPointer, as encoding: TextEncoding, into text: inout [UInt8]) -> Int {
        var output = TextOutput(reusing: &text, capacity: bytes.count)
        decode(bytes, as: encoding, into: &output)
        output.give(to: &text)
        return output.replacements
    }

    /// Decodes the bytes of a page into UTF-8.
    /// - Parameters:
    ///   - bytes: the bytes of the page after its byte order mark.
    ///   - encoding: how they are encoded.
    /// - Returns: the text as valid UTF-8.
    public func decode(_ bytes: [UInt8], as encoding: TextEncoding) -> [UInt8] {
        var text: [UInt8] = []
        bytes.withUnsafeBytes { _ = decode($0, as: encoding, into: &text) }
        return text
    }

    private func decode(_ bytes: UnsafeRawBufferPointer, as encoding: TextEncoding, into output: inout TextOutput) {
        switch encoding {
        case .utf8: UTF8Decoder.decode(bytes, into: &output)
        case .utf16LE: UTF16Decoder(isBigEndian: false).decode(bytes, into: &output)
        case .utf16BE: UTF16Decoder(isBigEndian: true).decode(bytes, into: &output)
        case .shiftJIS: ShiftJIS(index: indexes.jis0208).decode(bytes, into: &output)
        case .eucJP: EUCJP(jis0208: indexes.jis0208, jis0212: indexes.jis0212).decode(bytes, into: &output)
        case .gbk, .gb18030:
            GB18030(index: indexes.gb18030, ranges: indexes.gb18030Ranges).decode(bytes, into: &output)
        case .big5: Big5(index: indexes.big5).decode(bytes, into: &output)
        case .eucKR: EUCKR(index: indexes.eucKR).decode(bytes, into: &output)
        case .iso2022JP:
            var decoder = ISO2022JP(jis0208: indexes.jis0208)
            decoder.decode(bytes, into: &output)
        case .replacement:
            if !bytes.isEmpty { output.appendReplacement() }
        default: singleByteTable(of: encoding)?.decode(bytes, into: &output)
        }
    }

    private func singleByteTable(of encoding: TextEncoding) -> SingleByteTable? {
        if let table = singleByteTables[encoding] { return table }
        let table = SingleByteTable(encoding)
        singleByteTables[encoding] = table
        return table
    }
}
