/// A name and the value that follows it in a source line: `name=value` of a URL, `name="value"` of an attribute,
/// `"name": "value"` of a script.
struct NamedValue {
    let name: String
    let value: String
    /// Where the value stands, in UTF-8 bytes of the line.
    let range: Range<Int>

    /// What stands behind the last dot of the name; nil where it has none.
    var lastPartOfName: String? {
        guard name.utf8.contains(UInt8(ascii: ".")) else { return nil }
        return name.split(separator: ".").last.map(String.init)
    }
}
