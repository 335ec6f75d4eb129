/// What a `script` element holds, by its `type`: the HTML Standard, section 4.12.1.
struct ScriptType {
    /// Whether it is data that no browser runs: JSON in any of its forms.
    let isData: Bool

    /// Judges the attribute's value; nil when the attribute is absent.
    init(_ type: String?) {
        let essence = (type ?? "").lowercased().prefix { $0 != ";" }.filter { !$0.isWhitespace }
        isData = essence.hasSuffix("json") || essence == "importmap" || essence == "speculationrules"
    }
}
