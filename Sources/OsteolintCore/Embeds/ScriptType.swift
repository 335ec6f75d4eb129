/// What a `script` element holds, by its `type`: the HTML Standard, section 4.12.1.
struct ScriptType {
    /// Whether it is data that no browser runs: JSON in any of its forms.
    let isData: Bool

    /// The JavaScript MIME types (MIME Sniffing Standard, section 4.6).
    private static let javaScript: Set = [
        "application/ecmascript", "application/javascript", "application/x-ecmascript", "application/x-javascript",
        "text/ecmascript", "text/javascript", "text/javascript1.0", "text/javascript1.1", "text/javascript1.2",
        "text/javascript1.3", "text/javascript1.4", "text/javascript1.5", "text/jscript", "text/livescript",
        "text/x-ecmascript", "text/x-javascript",
    ]

    /// Judges the attribute's value; nil when the attribute is absent.
    init(_ type: String?) {
        let essence = (type ?? "").lowercased().prefix { $0 != ";" }.filter { !$0.isWhitespace }
        isData = essence.hasSuffix("json") || essence == "importmap" || essence == "speculationrules"
    }

    /// Whether a browser runs what stands in the element ("prepare the script element").
    ///
    /// - Parameters:
    ///   - type: the attribute's value, or nil.
    ///   - language: that of the attribute that did the same in former times, or nil.
    /// - Returns: true for a classic script and for a module.
    static func isJavaScript(_ type: String?, language: String?) -> Bool {
        guard let type else {
            guard let language, !language.isEmpty else { return true }
            return javaScript.contains("text/" + language.lowercased())
        }
        guard !type.isEmpty else { return true }
        let text = String(type.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        return text.lowercased() == "module" || javaScript.contains(text.lowercased())
    }
}
