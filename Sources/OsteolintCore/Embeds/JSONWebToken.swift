/// Recognises JSON Web Tokens (RFC 7519) in their compact form by their shape: three base64url parts, of which the
/// first is a JSON object.
public enum JSONWebToken {
    /// The first bytes of `{"` in base64url.
    private static let beginning: StaticString = "eyJ"
    /// So few characters hold no header.
    private static let shortestPart = 4

    /// Whether a value is or holds a token.
    public static func isPart(of text: some StringProtocol) -> Bool {
        text.contains(ascii: beginning) && !ranges(in: Array(text.utf8)).isEmpty
    }

    /// Where tokens stand in a text, as indices into its UTF-8 bytes.
    public static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while let start = bytes.withUnsafeBufferPointer({ ASCII.firstIndex(of: beginning, in: $0, from: index) }) {
            let end = endOfRun(from: start, in: bytes)
            // If none begins here, none begins further behind in the same run.
            if isToken(bytes[start..<end]) { found.append(start..<end) }
            index = end
        }
        return found
    }

    /// Whether a run of letters that tokens are made of is one.
    static func isToken(_ run: some RandomAccessCollection<UInt8>) -> Bool {
        guard run.starts(with: "eyJ".utf8) else { return false }
        let parts = run.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0].count > shortestPart else { return false }
        return !parts[1].isEmpty && !parts[2].isEmpty
    }

    /// The run of letters that tokens are made of, from an offset on.
    static func run(from start: Int, in bytes: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer> {
        bytes[start...].prefix { isBase64URL($0) || $0 == UInt8(ascii: ".") }
    }

    private static func endOfRun(from start: Int, in bytes: [UInt8]) -> Int {
        bytes[start...].firstIndex { !isBase64URL($0) && $0 != UInt8(ascii: ".") } ?? bytes.count
    }

    private static func isBase64URL(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}
