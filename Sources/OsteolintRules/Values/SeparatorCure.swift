import OsteolintCore

/// Joins parameters with `&` that something else stands before, and mends what would then come to light in them.
struct SeparatorCure {
    private let fields: [EmbedField]
    /// Where the first separator stands, in UTF-8 bytes of the URL's text.
    private let separator: Int
    private let embed: Embed

    /// - Parameters:
    ///   - fields: those behind a wrong separator, in order.
    ///   - separator: where the first one stands, in UTF-8 bytes of the URL's text.
    ///   - embed: whose URL it is.
    init(_ fields: [EmbedField], behind separator: Int, of embed: Embed) {
        self.fields = fields
        self.separator = separator
        self.embed = embed
    }

    /// The fix; nil where the text behind `#` may be meant for something else.
    var fix: Fix? {
        // Three parameters have no need for more.
        guard fields.count <= EncodingCure.most, let joints = fields[0].carrier == .fragment ? mark : separators else {
            return nil
        }
        return Fix(joints + fields.flatMap(edits))
    }

    private var separators: [TextEdit]? {
        Set(fields.compactMap(\.separator)).sorted().map { edit($0..<($0 + 1), embed.url.source.ampersand) }
    }

    /// Moves all that stands behind `#` into the query.
    private var mark: [TextEdit]? {
        let all = embed.url.fields.filter { $0.carrier == .fragment }
        guard let fragment = embed.url.components.fragment, all == fields else { return nil }
        let text = Array(embed.url.source.text.utf8)
        let front = fragment.lowerBound..<fields[0].nameRange.lowerBound
        // `#?name=value` is two marks for one; anything else in front is a place in the page.
        guard front.isEmpty || text[front].elementsEqual("?".utf8) else { return nil }
        let query = embed.url.components.query
        let isJoined = query.map { $0.isEmpty || text[separator - 1] == UInt8(ascii: "&") } ?? false
        let joint = query == nil ? "?" : isJoined ? "" : embed.url.source.ampersand
        return [edit(separator..<front.upperBound, joint)]
    }

    /// What is wrong with the name and the value of a field, which is judged only once it is in its place.
    private func edits(of field: EmbedField) -> [TextEdit] {
        guard let name = field.spelling?.parameter.rawValue else { return [] }
        let renaming = field.name == name ? [] : [edit(field.nameRange, name)]
        guard field.placeholder == nil else { return renaming }
        let faults = EncodingFaultScanner(field.valueIndices, of: embed) { _ in false }.faults
        return renaming
            + faults.flatMap { EncodingCure($0, in: field.valueIndices, of: embed).fix?.edits ?? [] }
    }

    private func edit(_ range: Range<Int>, _ replacement: String) -> TextEdit {
        TextEdit(embed.url.source.range(range), replacement)
    }
}
