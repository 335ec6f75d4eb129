/// The quoted words of a source list that name no place (CSP 3, section 2.3.1).
enum KnownKeyword {
    private static let words: [StaticString] = [
        "'unsafe-inline'", "'unsafe-eval'", "'strict-dynamic'", "'unsafe-hashes'", "'report-sample'",
        "'unsafe-allow-redirects'", "'wasm-unsafe-eval'", "'inline-speculation-rules'", "'trusted-types-eval'",
        "'report-sha256'", "'report-sha384'", "'report-sha512'",
    ]
    private static let prefixes: [StaticString] = ["'nonce-", "'sha256-", "'sha384-", "'sha512-"]

    static func isMeant(by token: Bytes) -> Bool {
        guard token.last == .apostrophe, token.count > 2 else { return false }
        return words.contains(where: token.isEqualIgnoringCase)
            || prefixes.contains { token.prefix($0.utf8CodeUnitCount).isEqualIgnoringCase($0) }
    }
}
