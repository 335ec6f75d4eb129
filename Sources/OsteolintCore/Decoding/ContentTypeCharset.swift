/// The `charset` parameter of a Content-Type field.
///
/// MIME Sniffing Standard, section 4.4, "parsing a MIME type", as lenient as Chromium is: characters are not checked,
/// white space after `=` does not count, single quotes are part of the value, and an empty value is passed over.
enum ContentTypeCharset {
    /// The encoding that a field value names; nil when it names none or one that browsers do not know.
    static func encoding(of fieldValue: String) -> TextEncoding? {
        guard let charset = charset(of: Array(fieldValue.utf8)) else { return nil }
        let trimmed = charset.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
        return EncodingLabels.encoding(for: Array(trimmed))
    }

    private static func charset(of field: [UInt8]) -> [UInt8]? {
        let typeStart = field.firstIndex { !isBlank($0) } ?? field.count
        let typeEnd =
            field[typeStart...].firstIndex { isBlank($0) || $0 == semicolon || $0 == UInt8(ascii: "(") } ?? field.count
        guard let slash = field.firstIndex(of: UInt8(ascii: "/")), slash <= typeEnd else { return nil }
        var index = field[typeEnd...].firstIndex(of: semicolon) ?? field.count
        while index < field.count {
            guard let parameter = parameter(in: field, after: &index) else { continue }
            if ASCII.equalIgnoringCase(parameter.name, "charset") { return parameter.value }
        }
        return nil
    }

    /// Reads the parameter after a semicolon and moves on to the next semicolon or the end; nil when it has no value.
    private static func parameter(in field: [UInt8], after index: inout Int) -> (name: [UInt8], value: [UInt8])? {
        let nameStart = afterBlanks(in: field, from: index + 1)
        index = field[nameStart...].firstIndex { $0 == semicolon || $0 == UInt8(ascii: "=") } ?? field.count
        guard index < field.count, field[index] != semicolon else { return nil }
        let name = Array(field[nameStart..<index])
        index = afterBlanks(in: field, from: index + 1)
        guard index < field.count, field[index] != semicolon else { return nil }
        let value = field[index] == quote ? quotedValue(in: field, at: &index) : plainValue(in: field, at: &index)
        return (name, value)
    }

    private static func plainValue(in field: [UInt8], at index: inout Int) -> [UInt8] {
        let start = index
        index = field[start...].firstIndex(of: semicolon) ?? field.count
        return Array(field[start..<index])
    }

    private static func quotedValue(in field: [UInt8], at index: inout Int) -> [UInt8] {
        var value: [UInt8] = []
        index += 1
        while index < field.count, field[index] != quote {
            if field[index] == UInt8(ascii: "\\"), index + 1 < field.count { index += 1 }
            value.append(field[index])
            index += 1
        }
        index = field[index...].firstIndex(of: semicolon) ?? field.count
        return value
    }

    private static func afterBlanks(in field: [UInt8], from start: Int) -> Int {
        field[start...].firstIndex { !isBlank($0) } ?? field.count
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static let semicolon = UInt8(ascii: ";")
    private static let quote = UInt8(ascii: "\"")
}
