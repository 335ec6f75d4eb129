import ContentSecurityPolicy
import Foundation

/// Response heads saved by `curl -sD -` or `curl -si`, read byte by byte.
struct SavedResponse {
    /// The heads in order, without 1xx ones and without a proxy's answer to CONNECT.
    let hops: [RecordedHop]

    /// Reads heads that begin with a status line; what follows the last one is its body.
    init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        var hops: [RecordedHop] = []
        while let head = ResponseHead(&rest) {
            let isBeforeAnother = StatusLine(rest) != nil
            if !head.isInterim, !(head.isProxyGreeting && isBeforeAnother) { hops.append(head.hop) }
            guard !isBeforeAnother else { continue }
            // Only what was redirected has another head behind its body.
            guard head.isInterim || head.hop.isRedirect else { break }
            rest = Self.fromNextHead(rest)
        }
        self.hops = hops
    }

    private static func fromNextHead(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        while !rest.isEmpty, StatusLine(rest) == nil {
            let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex - 1
            rest = rest[(end + 1)...]
        }
        return rest
    }
}

/// One head, taken off the front of the bytes.
private struct ResponseHead {
    let hop: RecordedHop
    private let statusLine: StatusLine

    /// Whether it only says that the answer is still to come.
    var isInterim: Bool { 100..<200 ~= hop.status }
    /// Whether a proxy says that a tunnel stands.
    var isProxyGreeting: Bool {
        hop.status == 200 && (hop.fields.isEmpty || statusLine.reason.lowercased() == "connection established")
    }

    init?(_ bytes: inout ArraySlice<UInt8>) {
        guard let statusLine = StatusLine(bytes) else { return nil }
        self.statusLine = statusLine
        var fields: [(name: String, value: String)] = []
        _ = Self.line(&bytes)
        while let line = Self.line(&bytes), !line.isEmpty {
            if line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t") {
                // A folded line; how browsers unfold it is the policy's business.
                if !fields.isEmpty { fields[fields.count - 1].value += "\r\n" + Self.text(line) }
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                fields.append((Self.text(line[..<colon]), Self.text(line[(colon + 1)...])))
            }
        }
        hop = RecordedHop(
            status: statusLine.status,
            fields: fields.map {
                ResponseField(name: $0.name, value: String($0.value.drop { $0 == " " || $0 == "\t" }))
            })
    }

    /// The next line without its end.
    private static func line(_ bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard !bytes.isEmpty else { return nil }
        let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
        let line = bytes[..<end]
        bytes = bytes[min(end + 1, bytes.endIndex)...]
        return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }

    /// Each byte as the scalar of its number.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}

/// A status line (RFC 9112, section 4; `HTTP/2 200` as curl writes it).
private struct StatusLine {
    let status: Int
    let reason: String

    /// Nil where the bytes begin with no status line.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.starts(with: Array("HTTP/".utf8)) else { return nil }
        let line = bytes.prefix(200).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2).map { String(decoding: $0, as: UTF8.self) }
        guard words.count >= 2, words[1].utf8.count == 3, let status = Int(words[1]), status >= 100 else { return nil }
        self.status = status
        reason = words.count > 2 ? words[2].trimmingCharacters(in: .whitespaces) : ""
    }
}
