/// How Chromium's network stack makes fields of the lines of a response's head.
///
/// A carriage return or a line feed ends a line, a line that begins with a tab or space continues the one before it (RFC
/// 9112, section 5.2, "obs-fold"), and an empty line ends the head.
struct HeaderLines {
    /// The fields that a browser sees where these were sent.
    static func fields(sent fields: [ResponseField]) -> [ResponseField] {
        guard fields.contains(where: needsReading) else { return fields }
        return read(headOnly(fields.flatMap { Array("\($0.name): \($0.value)\r\n".utf8) }))
    }

    /// Whether a field is anything but one line with a name before its first colon.
    private static func needsReading(_ field: ResponseField) -> Bool {
        guard field.name.utf8.first?.isTabOrSpace == false else { return true }
        return field.name.utf8.contains { $0 == .colon || isLineEnd($0) } || field.value.utf8.contains(where: isLineEnd)
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool {
        byte == .lineFeed || byte == .carriageReturn
    }

    /// The bytes up to the first line feed that another one follows, a carriage return between them or not.
    private static func headOnly(_ bytes: [UInt8]) -> Bytes {
        for (index, byte) in bytes.enumerated() where byte == .lineFeed {
            var next = index + 1
            if next < bytes.count, bytes[next] == .carriageReturn { next += 1 }
            if next < bytes.count, bytes[next] == .lineFeed { return bytes[...index] }
        }
        return bytes[...]
    }

    private static func read(_ head: Bytes) -> [ResponseField] {
        var lines: [[UInt8]] = []
        var isContinuable = false
        for line in head.split(whereSeparator: isLineEnd) {
            if isContinuable, line.first?.isTabOrSpace == true {
                lines[lines.count - 1] += [.space] + line.drop(while: \.isTabOrSpace)
            } else {
                lines.append(Array(line))
                isContinuable = field(line) != nil
            }
        }
        return lines.compactMap { field($0[...]) }
    }

    /// The field of a line, or nil where it has no name and colon.
    private static func field(_ line: Bytes) -> ResponseField? {
        guard let colon = line.firstIndex(of: .colon), line.first?.isTabOrSpace == false, colon > line.startIndex else {
            return nil
        }
        let value = line[(colon + 1)...].trimmed(while: \.isTabOrSpace)
        return ResponseField(name: line[..<colon].text, value: value.text)
    }
}
