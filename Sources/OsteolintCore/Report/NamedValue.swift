/// A name and the value that follows it in a source line: `name=value` of a URL, `name="value"` of an attribute,
/// `"name": "value"` of a script.
struct NamedValue {
    let name: String
    let value: String
    /// Where the value stands, in UTF-8 bytes of the line.
    let range: Range<Int>
}
