/// A call of Osteocom's API that is made for servers: `/sv6/contentLicensing_login` and its like.
public struct ServerCall: Sendable, Hashable {
    /// The call's name: `contentLicensing_login`.
    public let name: String
    /// Where the name stands, in bytes of the text.
    public let range: Range<Int>

    private static let word = Array("licensing_".utf8)
    private static let beginning = Array("content".utf8)
    private static let longestName = 64

    /// Whether the name of a call is written around its `licensing_` at an offset.
    static func begins(at offset: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
        guard WordScan.stands(beginning, in: bytes, at: offset - beginning.count) else { return false }
        let next = offset + word.count
        return next < bytes.count && ASCII.isLetter(bytes[next])
    }

    /// The calls in a stretch of a script: in its strings, not in its comments.
    ///
    /// - Parameters:
    ///   - text: UTF-8, a script or a source map.
    ///   - range: the stretch, in bytes.
    ///   - isScript: whether it is a script, in which a string in a string is text about a call and none.
    /// - Returns: the calls in order.
    public static func all(in text: [UInt8], _ range: Range<Int>, isScript: Bool) -> [ServerCall] {
        let reader = LiteralReader(bytes: text)
        var calls: [ServerCall] = []
        text.withUnsafeBytes { bytes in
            let stretch = UnsafeRawBufferPointer(rebasing: bytes[range])
            WordScan([word]).scan(stretch) { _, found in
                let offset = found + range.lowerBound
                guard begins(at: offset, in: bytes) else { return }
                let start = offset - beginning.count
                guard isCalled(at: start, in: reader), !isInComment(start, from: range.lowerBound, in: reader) else {
                    return
                }
                let name = text[start...].prefix(longestName).prefix { reader.isIdentifierByte($0) }
                guard ends(name.endIndex, in: reader, isScript: isScript) else { return }
                calls.append(ServerCall(name: String(decoding: name, as: UTF8.self), range: start..<name.endIndex))
            }
        }
        return calls
    }

    /// Whether what stands behind a name ends a string or goes on with a URL; prose goes on with words.
    private static func ends(_ end: Int, in reader: LiteralReader, isScript: Bool) -> Bool {
        guard let next = reader.byte(at: end) else { return false }
        guard next == UInt8(ascii: "\\") else { return "\"'`/?#$&".utf8.contains(next) }
        return !isScript || reader.byte(at: end + 1) == UInt8(ascii: "/")
    }

    /// Whether a name is part of a path, or of a string that is put behind one.
    private static func isCalled(at start: Int, in reader: LiteralReader) -> Bool {
        guard let before = reader.byte(at: start - 1) else { return false }
        if "\"'`".utf8.contains(before) { return true }
        guard before == UInt8(ascii: "/") else { return false }
        var index = start - 1
        while let byte = reader.byte(at: index), byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") { index -= 1 }
        guard let last = reader.byte(at: index) else { return false }
        return "\"'`}".utf8.contains(last) || reader.stands("sv6", at: index - 2)
            || reader.stands("u002f", at: start - 5)
    }

    /// Whether the line before an offset is a comment: it begins with `//` or `*`, or has ` //` in it.
    private static func isInComment(_ offset: Int, from first: Int, in reader: LiteralReader) -> Bool {
        var index = offset - 1
        var line: [UInt8] = []
        while line.count < 400, index >= first, let byte = reader.byte(at: index), byte != 0x0A, byte != 0x0D {
            // The line ends of a source map's sources are written as escapes.
            if byte == UInt8(ascii: "n"), reader.byte(at: index - 1) == UInt8(ascii: "\\") { break }
            line.append(byte)
            index -= 1
        }
        let text = line.reversed().drop(while: ASCII.isWhitespace)
        if text.starts(with: "//".utf8) || text.starts(with: "/*".utf8) || text.starts(with: "* ".utf8) { return true }
        return String(decoding: text, as: UTF8.self).contains(" // ")
    }
}
