import ContentSecurityPolicy
import Testing
import WebURL

@Suite("What holds for any policies")
struct FramingPropertyTests {
    /// Numbers (SplitMix64) that are the same for the same seed.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            let mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
            return mixed ^ mixed >> 27
        }
    }

    private static let sources = [
        "'self'", "'none'", "*", "https:", "http:", "https://lms.partner.com", "http://lms.partner.com:80",
        "lms.partner.com",
        "*.partner.com", "https://lms.partner.com:*", "https://lms.partner.com/x", "wss:", "https://evil.com", "a_b",
        "[::1]",
        "'unsafe-inline'", "https://www.osteocom.me", "lms.partner.com:8443",
    ]
    private static let ancestors = [
        "https://lms.partner.com", "http://lms.partner.com", "https://partner.com", "https://evil.com", "null",
        "https://www.osteocom.me", "https://lms.partner.com:8443",
    ]
    private static let embeds = ["https://www.osteocom.me/e", "http://www.osteocom.me/e", "https://osteocom.me:8443/e"]

    /// A policy's `frame-ancestors` and what stands around it.
    private struct RandomPolicy {
        var sources: [String]
        let prefix: String
        let suffix: String

        var text: String { "\(prefix)frame-ancestors \(sources.joined(separator: " "))\(suffix)" }
    }

    private static func policy(_ numbers: inout Numbers) -> RandomPolicy {
        let count = Int.random(in: 0...4, using: &numbers)
        let chosen = (0..<count).map { _ in sources[Int.random(in: sources.indices, using: &numbers)] }
        let prefixes = ["", "default-src 'none'; ", "x-\u{E9} y; ", " ;;", "FRAME-ancestors; "]
        let suffixes = ["", ";", "\u{B}", "; frame-ancestors *", "; img-src \u{E9}"]
        // Mostly plain, since a dropped or repeated directive hides the sources.
        let isPlain = Int.random(in: 0..<3, using: &numbers) > 0
        return RandomPolicy(
            sources: chosen, prefix: isPlain ? "" : prefixes[Int.random(in: prefixes.indices, using: &numbers)],
            suffix: isPlain ? "" : suffixes[Int.random(in: suffixes.indices, using: &numbers)])
    }

    private struct Sample {
        var policies: [RandomPolicy]
        let ancestors: [String]
        let embed: String

        func verdict(_ fields: [ResponseField]? = nil) throws -> FramingDecision.Verdict {
            let fields = fields ?? policies.map { Framing.policy($0.text) }
            return try Framing.question(fields, below: ancestors, embed: embed).decide().verdict
        }
    }

    private static func sample(_ numbers: inout Numbers) -> Sample {
        Sample(
            policies: (0..<Int.random(in: 1...3, using: &numbers)).map { _ in policy(&numbers) },
            ancestors: (0..<Int.random(in: 1...3, using: &numbers)).map { _ in
                ancestors[Int.random(in: ancestors.indices, using: &numbers)]
            },
            embed: embeds[Int.random(in: embeds.indices, using: &numbers)])
    }

    private static let rounds = 2_000

    @Test("Another enforced policy never lets in whom the others block")
    func adding() throws {
        var numbers = Numbers(state: 1)
        var blocked = 0
        for _ in 0..<Self.rounds {
            var sample = Self.sample(&numbers)
            guard try sample.verdict() == .blocked else { continue }
            blocked += 1
            sample.policies.insert(
                Self.policy(&numbers), at: Int.random(in: 0...sample.policies.count, using: &numbers))
            #expect(try sample.verdict() == .blocked, "\(sample)")
        }
        #expect(blocked > Self.rounds / 10)
    }

    @Test("To take a source expression out never lets anybody in")
    func removing() throws {
        var numbers = Numbers(state: 2)
        var blocked = 0
        for _ in 0..<Self.rounds {
            var sample = Self.sample(&numbers)
            guard try sample.verdict() == .blocked else { continue }
            let index = Int.random(in: sample.policies.indices, using: &numbers)
            guard !sample.policies[index].sources.isEmpty else { continue }
            blocked += 1
            let position = Int.random(in: sample.policies[index].sources.indices, using: &numbers)
            sample.policies[index].sources.remove(at: position)
            #expect(try sample.verdict() == .blocked, "\(sample)")
        }
        #expect(blocked > Self.rounds / 10)
    }

    @Test("Neither the order of policies, nor commas for fields, nor white space, nor report-only ones change anything")
    func rearranging() throws {
        var numbers = Numbers(state: 3)
        var verdicts: Set<FramingDecision.Verdict> = []
        for _ in 0..<Self.rounds {
            let sample = Self.sample(&numbers)
            let verdict = try sample.verdict()
            verdicts.insert(verdict)
            let shuffled = sample.policies.shuffled(using: &numbers).map { Framing.policy($0.text) }
            #expect(try sample.verdict(shuffled) == verdict, "\(sample)")
            let joined = [Framing.policy(sample.policies.map(\.text).joined(separator: " ,\t"))]
            #expect(try sample.verdict(joined) == verdict, "\(sample)")
            let spaced = sample.policies.map { policy in
                Framing.policy("\u{C} " + policy.text.replacing(" ", with: "\t \u{C}").replacing(";", with: " ; "))
            }
            #expect(try sample.verdict(spaced) == verdict, "\(sample)")
            let reported = shuffled + [Framing.reportOnly(Self.policy(&numbers).text)]
            #expect(try sample.verdict(reported) == verdict, "\(sample)")
        }
        #expect(verdicts.count == 2)
    }

    @Test("No bytes at all make it fail")
    func anyBytes() throws {
        var numbers = Numbers(state: 4)
        let alphabet = Array("frame-ancestors 'self'*.:/;,\"\\\r\n\t\u{0}\u{B}\u{E9}’[]%?#@_0x".unicodeScalars)
        for _ in 0..<Self.rounds {
            let length = Int.random(in: 0...60, using: &numbers)
            var text = String.UnicodeScalarView()
            for _ in 0..<length { text.append(alphabet[Int.random(in: alphabet.indices, using: &numbers)]) }
            let fields = [
                Framing.policy("frame-ancestors " + String(text)), Framing.frameOptions(String(text)),
                ResponseField(name: String(text), value: String(text)),
            ]
            #expect(try !Framing.question(fields).decide().steps.isEmpty)
            for source in PolicyList(fields).policies.flatMap(\.directives).flatMap(\.sources) {
                #expect(source.deadness == nil || source.breadth == nil)
            }
        }
    }
}
