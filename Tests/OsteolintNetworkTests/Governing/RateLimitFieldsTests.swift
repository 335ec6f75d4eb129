import ContentSecurityPolicy
import OsteolintNetwork
import Testing

@Suite("RateLimit fields")
struct RateLimitFieldsTests {
    private static let now = 1_789_948_800.0

    private static func read(_ fields: [(String, String)]) -> RateLimitFields {
        RateLimitFields(fields.map { ResponseField(name: $0.0, value: $0.1) }, receivedAt: now)
    }

    static let forms: [[(String, String)]] = [
        [("RateLimit-Limit", "10"), ("RateLimit-Remaining", "0"), ("RateLimit-Reset", "30")],
        [("ratelimit-remaining", " 0"), ("ratelimit-reset", "30 ")],
        [("X-RateLimit-Limit", "10"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "30")],
        [("X-Rate-Limit-Remaining", "0"), ("X-Rate-Limit-Reset", "30")],
        [("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1789948830")],
        [("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1789948830000")],
        [("RateLimit", "limit=10, remaining=0, reset=30")],
        [("RateLimit", "limit=10,remaining=0,reset=30")],
        [("RateLimit", "reset=30;x=1, remaining=0")],
        [("RateLimit", #""default";r=0;t=30"#)],
        [("RateLimit", #""default" ; r=0 ; t=30"#)],
        [("RateLimit", #"default;t=30;r=0;pk=:cHsdsRa894==:"#)],
        [("RateLimit", #""a, b; r=9 \" ;t=1";r=0;t=30"#)],
        [("RateLimit", #""day";r=100;t=86400, "minute";r=0;t=30"#)],
        [("RateLimit", #""minute";r=0;t=30, "second";r=0;t=1"#)],
        [
            ("RateLimit", "limit=10, remaining=5, reset=90"), ("X-RateLimit-Remaining", "0"),
            ("X-RateLimit-Reset", "30"),
        ],
    ]

    @Test("Every form says the same", arguments: forms.indices)
    func form(_ index: Int) {
        #expect(Self.read(Self.forms[index]) == RateLimitFields(remaining: 0, reset: 30))
    }

    static let partial: [([(String, String)], RateLimitFields)] = [
        ([], RateLimitFields()),
        ([("RateLimit-Remaining", "4")], RateLimitFields(remaining: 4)),
        ([("RateLimit-Reset", "4")], RateLimitFields(reset: 4)),
        ([("RateLimit", #""default";r=50"#)], RateLimitFields(remaining: 50)),
        ([("RateLimit-Remaining", "-1"), ("RateLimit-Reset", "-1")], RateLimitFields()),
        ([("RateLimit-Remaining", "many"), ("RateLimit-Reset", "soon")], RateLimitFields()),
        ([("RateLimit-Remaining", "0.9"), ("RateLimit-Reset", "1.5")], RateLimitFields(remaining: 0, reset: 1.5)),
        ([("RateLimit-Remaining", "1e400")], RateLimitFields(remaining: 1_000_000_000)),
        ([("RateLimit-Reset", "1e400")], RateLimitFields(reset: .infinity)),
        ([("X-RateLimit-Reset", "1789948700")], RateLimitFields(reset: 0)),
        ([("X-RateLimit-Reset", "1789948700123")], RateLimitFields(reset: 0)),
        ([("RateLimit", "remaining=0"), ("RateLimit", "reset=3")], RateLimitFields(remaining: 0, reset: 3)),
        ([("RateLimit", ";;;,,,===\"")], RateLimitFields()),
        ([("RateLimit", "remaining, reset=")], RateLimitFields()),
        ([("RateLimit-Policy", #""default";q=100;w=10"#)], RateLimitFields()),
    ]

    @Test("What is not said, or is garbage, is nil", arguments: partial.indices)
    func part(_ index: Int) {
        let (fields, expected) = Self.partial[index]
        #expect(Self.read(fields) == expected)
    }

    @Test("A Unix time is held against the answer's own Date")
    func ownClock() {
        let fields = Self.read([("X-RateLimit-Reset", "1789948830"), ("Date", "Mon, 21 Sep 2026 00:00:20 GMT")])
        #expect(fields == RateLimitFields(reset: 10))
    }

    @Test("Random bytes crash nothing and say no negative time", arguments: 0..<200 as Range<UInt64>)
    func random(_ seed: UInt64) {
        var generator = SeededNumbers(seed: seed)
        let alphabet = Array("0123456789.,;=\"\\ rt-eE+:GMTSunNov\u{0}\u{ff}")
        let names = ["retry-after", "ratelimit", "ratelimit-reset", "x-ratelimit-remaining", "date"]
        let fields = names.map { name in
            let length = Int.random(in: 0...40, using: &generator)
            let value = String((0..<length).compactMap { _ in alphabet.randomElement(using: &generator) })
            return ResponseField(name: name, value: value)
        }
        let read = RateLimitFields(fields, receivedAt: Self.now)
        #expect(read.retryAfter ?? 0 >= 0)
        #expect(read.reset ?? 0 >= 0)
        #expect(read.remaining ?? 0 >= 0)
    }
}
