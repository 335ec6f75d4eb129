import ContentSecurityPolicy
import WebURL

/// What of a response decides on framing; equal ones lead to equal verdicts.
struct FramingFields: Hashable {
    private let origin: Origin
    private let isRedirected: Bool
    private let fields: [ResponseField]

    private static let names = ["content-security-policy", "x-frame-options"]

    init?(_ hops: [ResponseHop]) {
        guard let last = hops.last else { return nil }
        origin = last.url.origin
        isRedirected = hops.count > 1
        fields = last.fields.filter { Self.names.contains(Self.letters(of: $0.name)) }.map {
            ResponseField(name: Self.letters(of: $0.name), value: Self.withoutNonces($0.value))
        }
    }

    private static func letters(of name: String) -> String {
        name.lowercased().filter { $0 != " " && $0 != "\t" }
    }

    /// A nonce differs with each response and has no part in framing.
    private static func withoutNonces(_ value: String) -> String {
        let quote = UInt8(ascii: "'")
        let parts = value.utf8.split(separator: quote, omittingEmptySubsequences: false)
        guard parts.contains(where: isNonce) else { return value }
        return parts.map { isNonce($0) ? "nonce" : String(decoding: $0, as: UTF8.self) }.joined(separator: "'")
    }

    private static func isNonce(_ text: Substring.UTF8View) -> Bool {
        ASCII.equalIgnoringCase(text.prefix(6), "nonce-")
    }
}
