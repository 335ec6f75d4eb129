import OsteolintCore
import Testing

@testable import OsteolintRules

@Suite struct ParametersRandomTests {
    private static let pieces = [
        "clientId", "productId", "partnerUserId", "amp;", "userId", "=", "=", "=", "&", "&", ";", "#", "?", "%", "%25",
        "%4", "%E9", "%C3%A9", "é", "🦴", "+", " ", "\n", "\t", "{{", "}}", "${", "}", "<%", "%>", "[", "]", "@Model.",
        "$a.b", "u-48213", "66d579675f2a4b8c9df15e43", "kT4mRZ81qLwYc0dXaB2e", "+393331234567", "a@b.it", "undefined",
        "1714557600123", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0In0.c2ln", "clientSecret", "\u{0C}", "\u{200B}", "x",
    ]

    /// A query of random pieces; the same seed gives the same query.
    private static func query(_ seed: UInt64) -> String {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        var query = ""
        for _ in 0..<(8 + seed % 16) {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            query += pieces[Int(state % UInt64(pieces.count))]
        }
        return query
    }

    /// Whatever stands in a query: no rule traps, places lie in the URL, and masked text keeps its columns and no token.
    @Test func anyQueryIsJudged() throws {
        let configurations = [Configuration(), Configuration(clientID: "kT4mRZ81qLwYc0dXaB2e", rendering: .template)]
        for seed in 0..<1_000 as Range<UInt64> {
            let embed = try ParametersMarkedEmbed(Self.query(seed)).embed
            let end = embed.url.source.range.end
            for configuration in configurations {
                let site = Site(configuration: configuration)
                let findings = parameterRules.flatMap { $0.check(embed, in: site) }
                #expect(findings.allSatisfy { ($0.place?.range?.end ?? end) <= end }, Comment(rawValue: "\(seed)"))
                #expect(findings.allSatisfy { $0.place?.range.map { $0.start <= $0.end } ?? true })
            }
            try checkMasking(of: embed, seed)
        }
    }

    private func checkMasking(of embed: Embed, _ seed: UInt64) throws {
        let text = embed.url.source.text
        for reveals in [false, true] {
            let masking = Masking(reveals: reveals)
            let masked = masking.masked(embed.url)
            #expect(masked.source.unicodeScalars.count == text.unicodeScalars.count, Comment(rawValue: "\(seed)"))
            #expect(!masked.source.contains("c2ln") && !masked.href.contains("c2ln"), Comment(rawValue: masked.href))
            let identifiers = Masking.identifiers(in: embed.url)
            let snippet = masking.masked(snippet: text, identifiers: identifiers)
            #expect(snippet.unicodeScalars.count == text.unicodeScalars.count)
            for identifier in identifiers where !reveals && identifier.count > 12 {
                #expect(!masked.source.contains(identifier) && !masked.href.contains(identifier))
            }
        }
    }
}
