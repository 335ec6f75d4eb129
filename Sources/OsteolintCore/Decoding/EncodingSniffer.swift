/// Finds the encoding of a page as Chromium does.
///
/// HTML Standard, section 13.2.3.2, "determining the character encoding", with what Chromium does beside it: it honours
/// an XML declaration, it looks for `meta` with its real tokenizer until the head ends (and 1,024 bytes at least), and
/// it guesses a legacy encoding from the content of a page that declares none.
public struct EncodingSniffer: Sendable {
    /// The encoding the user named; only a byte order mark is stronger.
    public var override: TextEncoding?
    /// The value of the Content-Type field the page came with.
    public var contentType: String?

    /// Makes a sniffer for pages that came with a Content-Type, or none.
    public init(override: TextEncoding? = nil, contentType: String? = nil) {
        self.override = override
        self.contentType = contentType
    }

    /// Finds the encoding of a page from its bytes.
    public func sniff(_ bytes: UnsafeRawBufferPointer) -> SniffedEncoding {
        if let marked = Self.byteOrderMark(of: bytes) { return marked }
        if let override { return SniffedEncoding(encoding: override, source: .override) }
        if let contentType, let encoding = ContentTypeCharset.encoding(of: contentType) {
            return SniffedEncoding(encoding: encoding, source: .contentType)
        }
        if let declared = Self.declared(in: bytes) { return declared }
        if let encoding = LegacyEncodingGuess.encoding(of: bytes) {
            return SniffedEncoding(encoding: encoding, source: .content)
        }
        return SniffedEncoding(encoding: .windows1252, source: .fallback)
    }

    /// Finds the encoding of a page from its bytes.
    public func sniff(_ bytes: [UInt8]) -> SniffedEncoding { bytes.withUnsafeBytes { sniff($0) } }

    /// Encoding Standard, section 6, "BOM sniff".
    private static func byteOrderMark(of bytes: UnsafeRawBufferPointer) -> SniffedEncoding? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return SniffedEncoding(encoding: .utf8, source: .byteOrderMark, byteOrderMarkLength: 3)
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return SniffedEncoding(encoding: .utf16BE, source: .byteOrderMark, byteOrderMarkLength: 2)
        }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return SniffedEncoding(encoding: .utf16LE, source: .byteOrderMark, byteOrderMarkLength: 2)
        }
        return nil
    }

    /// What the page itself declares: a `meta` is stronger than an XML declaration.
    private static func declared(in bytes: UnsafeRawBufferPointer) -> SniffedEncoding? {
        let xml = XMLDeclaration(bytes)
        switch xml {
        case .unfinished: return nil
        case .utf16(let encoding): return SniffedEncoding(encoding: encoding, source: .xmlDeclaration)
        case .none, .encoding: break
        }
        var scanner = MetaCharsetScanner(bytes)
        if let encoding = scanner.scan() {
            // UTF-16 cannot be true where a `meta` was readable as ASCII.
            let readable = encoding == .userDefined ? .windows1252 : encoding.byteBasedEquivalent
            return SniffedEncoding(encoding: readable, source: .meta)
        }
        guard case .encoding(let encoding) = xml else { return nil }
        return SniffedEncoding(encoding: encoding.byteBasedEquivalent, source: .xmlDeclaration)
    }
}

extension TextEncoding {
    /// UTF-8 in place of UTF-16, for a declaration that was read byte by byte.
    fileprivate var byteBasedEquivalent: TextEncoding { self == .utf16LE || self == .utf16BE ? .utf8 : self }
}
