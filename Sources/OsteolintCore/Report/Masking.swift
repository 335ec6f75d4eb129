import WebURL

/// Hides users' ids and secrets in what is shown.
///
/// Each scalar becomes a `*`, so that columns stay what they are. A placeholder is nobody's id and is shown.
public struct Masking: Sendable {
    /// Whether users' ids are shown; secrets never are.
    public let reveals: Bool
    /// The partner's secret, which is hidden wherever it stands; nil where it is not known.
    public let secret: KnownSecret?

    /// Shorter ids are hidden only where they stand behind their name.
    private static let shortestIdentifier = 4

    /// Makes a masking.
    ///
    /// - Parameters:
    ///   - reveals: whether users' ids are shown, as with `--reveal`.
    ///   - secret: the partner's secret, which is never shown; nil where it is not known.
    public init(reveals: Bool, secret: KnownSecret? = nil) {
        self.reveals = reveals
        self.secret = secret
    }

    /// A finding whose words do not hold the partner's secret.
    func hidingSecret(in finding: Finding) -> Finding {
        guard secret != nil else { return finding }
        var finding = finding
        finding.message = withoutSecret(finding.message)
        finding.help = finding.help.map(withoutSecret)
        finding.fault = withoutSecret(finding.fault)
        return finding
    }

    private func withoutSecret(_ text: String) -> String {
        var text = MaskableText(text)
        hideSecret(in: &text)
        return text.text
    }

    /// An embed's URL as it may be shown: as written, and as a browser resolves it.
    public func masked(_ url: EmbedURL) -> (source: String, href: String) {
        let identifiers = Self.identifiers(in: url)
        let href = url.url.href
        let source = masked(url.source.text, fields: url.fields, identifiers)
        guard href != url.source.text else { return (source, source) }
        return (source, masked(href, fields: EmbedFieldSplitter(URLParts(URLInput(href))).fields, identifiers))
    }

    /// A source line, or any text that may hold parts of one, as it may be shown.
    ///
    /// `identifiers` are the users' ids of the page, as `identifiers(in:)` gives them: they are hidden wherever they
    /// stand as a word, unless they are shorter than four characters.
    public func masked(snippet: String, identifiers: [String]) -> String {
        var text = MaskableText(snippet)
        hideNamedValues(in: &text)
        hideTokens(in: &text)
        hideSecret(in: &text)
        hide(identifiers, in: &text)
        return text.text
    }

    /// The users' ids that a URL holds, as written and as read; placeholders are none.
    public static func identifiers(in url: EmbedURL) -> [String] {
        var found: [String] = []
        for field in url.fields where field.spelling?.parameter == .partnerUserID {
            guard field.placeholder == nil else { continue }
            for value in [field.rawValue, field.value].map(withoutSpacesAround) where !found.contains(value) {
                found.append(value)
            }
        }
        return found
    }

    private static func withoutSpacesAround(_ text: String) -> String {
        let text = text.drop { $0 == " " }
        return text.lastIndex { $0 != " " }.map { String(text[...$0]) } ?? ""
    }
}

// MARK: - What to hide

extension Masking {
    private func masked(_ text: String, fields: [EmbedField], _ identifiers: [String]) -> String {
        var text = MaskableText(text)
        for field in fields where mustHide(field) { text.hide(field.valueRange) }
        // Names in the path, or behind a separator that is none, are no fields.
        hideNamedValues(in: &text)
        hideTokens(in: &text)
        hideSecret(in: &text)
        hide(identifiers, in: &text)
        return text.text
    }

    private func hideSecret(in text: inout MaskableText) {
        guard let secret else { return }
        for found in secret.ranges(in: text.bytes) { text.hide(found.range) }
    }

    private func hideNamedValues(in text: inout MaskableText) {
        var scanner = NamedValueScanner(text.bytes)
        var hidden = 0..<0
        // A value that stands in a hidden one is hidden already.
        for named in scanner.namedValues()
        where !(hidden.contains(named.range.lowerBound) && named.range.upperBound <= hidden.upperBound) {
            guard mustHide(named) else { continue }
            text.hide(named.range)
            hidden = named.range
        }
    }

    private func mustHide(_ field: EmbedField) -> Bool {
        if field.isSecret { return true }
        return !reveals && field.spelling?.parameter == .partnerUserID && field.placeholder == nil
    }

    private func mustHide(_ named: NamedValue) -> Bool {
        let names = [named.name] + [named.lastPartOfName].compactMap { $0 }
        let value = EmbedField.decode(named.value)
        if names.contains(where: { SecretParameter.isSecret(name: $0, value: value) }) { return true }
        guard !reveals, names.contains(where: { ParameterSpelling($0)?.parameter == .partnerUserID }) else {
            return false
        }
        return Placeholder(named.value) == nil
    }

    private func hideTokens(in text: inout MaskableText) {
        for range in JSONWebToken.ranges(in: text.bytes) { text.hide(range) }
    }

    private func hide(_ identifiers: [String], in text: inout MaskableText) {
        guard !reveals else { return }
        let forms = Set(identifiers.filter { $0.unicodeScalars.count >= Self.shortestIdentifier }.flatMap(Self.forms))
        for form in forms.map({ Array($0.utf8) }) {
            for range in Self.occurrences(of: form, in: text.bytes) { text.hide(range) }
        }
    }

    /// The ways in which an id may be written: as it is, decoded, percent-encoded, with character references.
    private static func forms(of identifier: String) -> [String] {
        // Most ids have nothing that anybody would encode.
        guard !identifier.utf8.allSatisfy({ ASCII.isLetter($0) || ASCII.isDigit($0) || "-_".utf8.contains($0) }) else {
            return [identifier]
        }
        let decoded = EmbedField.decode(identifier)
        let encoded = PercentEncoding.encode(decoded, .component)
        let query = PercentEncoding.encode(identifier, .specialQuery)
        let all = [identifier, decoded, encoded, encoded.replacing("%20", with: "+"), query]
        return all + all.map { $0.replacing("&", with: "&amp;") } + all.map { $0.replacing("@", with: "&#64;") }
    }

    private static func occurrences(of form: [UInt8], in bytes: [UInt8]) -> [Range<Int>] {
        guard let first = form.first, form.count >= shortestIdentifier, form.count <= bytes.count else { return [] }
        var found: [Range<Int>] = []
        for index in 0...(bytes.count - form.count) where bytes[index] == first {
            let range = index..<(index + form.count)
            if bytes[range].elementsEqual(form), isWord(range, in: bytes) { found.append(range) }
        }
        return found
    }

    /// Whether no letter or digit continues a stretch on either side; the digits of `%3D` in front do not.
    private static func isWord(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        let isWordByte = { (byte: UInt8) in ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte >= 0x80 }
        if range.upperBound < bytes.count, isWordByte(bytes[range.upperBound]), isWordByte(bytes[range.upperBound - 1])
        {
            return false
        }
        let start = range.lowerBound
        guard start > 0, isWordByte(bytes[start]), isWordByte(bytes[start - 1]) else { return true }
        return start > 2 && bytes[start - 3] == UInt8(ascii: "%")
    }
}
