import ContentSecurityPolicy
import WebURL

/// What of a response decides on framing; equal ones lead to equal verdicts.
struct FramingFields: Hashable {
    private let origin: Origin
    private let isRedirected: Bool
    private let fields: [ResponseField]

    private static let names = ["content-security-policy", "x-frame-options"]

    init?(_ response: EmbedResponse) {
        guard let last = response.hops.last else { return nil }
        origin = last.url.origin
        isRedirected = response.hops.count > 1
        fields = last.fields.filter { Self.names.contains(Self.letters(of: $0.name)) }.map {
            ResponseField(name: Self.letters(of: $0.name), value: Self.withoutNonces($0.value))
        }
    }

    private static func letters(of name: String) -> String {
        name.lowercased().filter { $0 != " " && $0 != "\t" }
    }

    /// A nonce differs with each response and has no part in framing.
    private static func withoutNonces(_ value: String) -> String {
        guard value.utf8.contains(UInt8(ascii: "'")) else { return value }
        return value.replacing(/'nonce-[^']*'/.ignoresCase(), with: "'nonce-'")
    }
}
