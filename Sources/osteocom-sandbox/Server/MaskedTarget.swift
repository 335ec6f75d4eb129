/// A request's path and query as a log may show them.
///
/// Only the values of clientId and productId are shown: whatever else a query holds may be a person's id or a
/// secret, under a misspelled name too.
enum MaskedTarget {
    private static let shown = ["clientId", "productId"]

    static func text(_ target: String) -> String {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = printable(parts[0])
        guard parts.count > 1 else { return path }
        let fields = parts[1].split(separator: "&").map { field(String($0)) }
        return "\(path)?\(fields.joined(separator: "&"))"
    }

    private static func field(_ text: String) -> String {
        guard let equalsSign = text.firstIndex(of: "=") else { return "…" }
        let name = text[..<equalsSign]
        let isWord = name.utf8.count <= 24 && name.utf8.allSatisfy { isWordByte($0) }
        guard isWord else { return "…" }
        guard shown.contains(String(name)) else { return "\(name)=…" }
        return printable(Substring(text))
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }

    /// The text without what could move a terminal's cursor.
    private static func printable(_ text: Substring) -> String {
        var shown = ""
        for scalar in text.unicodeScalars { shown.unicodeScalars.append(scalar.properties.isVisible ? scalar : "?") }
        return shown
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isVisible: Bool {
        switch generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
        default: true
        }
    }
}
