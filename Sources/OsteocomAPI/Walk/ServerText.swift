import OsteolintCore

/// Makes text that a server chose fit to be shown: short, and without anything that must stay secret.
public struct ServerText: Sendable {
    /// The most characters of one text.
    static let limit = 300
    private let secrets: [Secret]

    /// Makes it for texts of one server.
    ///
    /// - Parameter secrets: what was sent or received and must not be shown.
    public init(hiding secrets: Set<Secret>) {
        // The longest first, since one may stand in another.
        self.secrets = secrets.filter { !$0.revealed.isEmpty }
            .sorted { $0.revealed.utf8.count > $1.revealed.utf8.count }
    }

    /// The text with asterisks in the place of secrets and of anything like a token, cut where it is long.
    public func shown(_ text: String) -> String {
        var bytes = Array(text.utf8.prefix(1 << 16))
        for secret in secrets { bytes = Self.hide(Array(secret.revealed.utf8), in: bytes) }
        for range in JSONWebToken.ranges(in: bytes).reversed() {
            bytes.replaceSubrange(range, with: Array(Self.stars.utf8))
        }
        let shown = String(decoding: bytes, as: UTF8.self)
        return shown.count > Self.limit ? shown.prefix(Self.limit) + "…" : shown
    }

    private static let stars = "***"

    /// Hosts come in lower case, so that case does not matter.
    private static func hide(_ secret: [UInt8], in bytes: [UInt8]) -> [UInt8] {
        let needle = secret.map(lowercase)
        let text = bytes.map(lowercase)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if text[index...].starts(with: needle) {
                result += Array(stars.utf8)
                index += needle.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
