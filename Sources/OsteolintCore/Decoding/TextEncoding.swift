/// A character encoding that browsers know, by the name the WHATWG Encoding Standard gives it.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    case utf8 = "UTF-8"
    case ibm866 = "IBM866"
    case iso8859Part2 = "ISO-8859-2"
    case iso8859Part3 = "ISO-8859-3"
    case iso8859Part4 = "ISO-8859-4"
    case iso8859Part5 = "ISO-8859-5"
    case iso8859Part6 = "ISO-8859-6"
    case iso8859Part7 = "ISO-8859-7"
    case iso8859Part8 = "ISO-8859-8"
    case iso8859Part8Logical = "ISO-8859-8-I"
    case iso8859Part10 = "ISO-8859-10"
    case iso8859Part13 = "ISO-8859-13"
    case iso8859Part14 = "ISO-8859-14"
    case iso8859Part15 = "ISO-8859-15"
    case iso8859Part16 = "ISO-8859-16"
    case koi8R = "KOI8-R"
    case koi8U = "KOI8-U"
    case macintosh
    case windows874 = "windows-874"
    case windows1250 = "windows-1250"
    case windows1251 = "windows-1251"
    case windows1252 = "windows-1252"
    case windows1253 = "windows-1253"
    case windows1254 = "windows-1254"
    case windows1255 = "windows-1255"
    case windows1256 = "windows-1256"
    case windows1257 = "windows-1257"
    case windows1258 = "windows-1258"
    case macCyrillic = "x-mac-cyrillic"
    case gbk = "GBK"
    case gb18030
    case big5 = "Big5"
    case eucJP = "EUC-JP"
    case iso2022JP = "ISO-2022-JP"
    case shiftJIS = "Shift_JIS"
    case eucKR = "EUC-KR"
    case replacement
    case utf16BE = "UTF-16BE"
    case utf16LE = "UTF-16LE"
    case userDefined = "x-user-defined"

    /// The name as the standard spells it, for example `windows-1252`.
    public var name: String { rawValue }

    /// Finds an encoding by one of its labels, such as `latin1`; nil when the standard has no such label.
    ///
    /// Letter case and ASCII white space around the label do not matter.
    /// Follows Encoding Standard, section 4.2, "get an encoding".
    public init?(label: some StringProtocol) {
        guard let encoding = EncodingLabels.encoding(for: Array(label.utf8)) else { return nil }
        self = encoding
    }

    /// Whether every ASCII character of the text stands as its own byte, and no such byte stands for anything else.
    ///
    /// Where this holds, bytes that are searched for an ASCII string show every place where the text has it. It fails
    /// for UTF-16, for ISO-2022-JP, whose escape sequences give ASCII bytes another meaning, and for `replacement`,
    /// whose text has no character of the source. In the double-byte encodings a trailing byte can look like ASCII,
    /// so that there may be a false hit, never a miss.
    public var isASCIICompatible: Bool {
        switch self {
        case .utf16BE, .utf16LE, .iso2022JP, .replacement: false
        default: true
        }
    }

    /// The encoding in which forms and URL queries of a page are written.
    ///
    /// Follows Encoding Standard, section 4.3, "get an output encoding".
    public var outputEncoding: TextEncoding {
        switch self {
        case .utf16BE, .utf16LE, .replacement: .utf8
        default: self
        }
    }
}
