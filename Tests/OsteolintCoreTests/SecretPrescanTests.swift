import OsteolintCore
import Testing
import WebURL

/// The scan may let a file through that holds nothing, but never keep one back that holds a secret.
@Suite("The scan for secrets before reading")
struct SecretPrescanTests {
    private static let token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJrVDRtUlo4MXFMd1ljMGRYYUIyZSJ9.c2lnbmF0dXJl"
    private static let known = KnownSecret("Zq8+r/T5vW2=kP0xLd7N")

    private static func reads(_ text: String, _ configuration: Configuration = Configuration()) -> [Bool] {
        reads(text, Prescan(configuration, secret: known))
    }

    private static func reads(_ text: String, _ prescan: Prescan) -> [Bool] {
        Array(text.utf8).withUnsafeBytes { [prescan.needsReading($0), prescan.needsParsing($0)] }
    }

    @Test("Words and tokens are seen wherever they stand among blocks of sixteen bytes")
    func blocks() {
        let found = [
            "contentLicensing_a", "CONTENTLICENSING_A", "tokenAuthVideo", "token_auth_video", "TOKEN-AUTH-VIDEO",
            Self.token,
            "Zq8+r/T5vW2=kP0xLd7N", "Zq8%2Br%2FT5vW2%3DkP0xLd7N", "WnE4K3IvVDV2VzI9a1AweExkN0", "osteocom",
            "osteolint-",
        ]
        let missed = [
            "contentLicensing", "contentlicensing_1", "tokenAuth", "token_auth", "tokenAuthAudio",
            "eyJhbGciOiJIUzI1NiJ9",
            "eyJ.a.b", "Zq8+r/T5vW2", "licensing_a", "EYJhbGciOiJIUzI1NiJ9.e.c", "eyJhbGciOiJIUzI1NiJ9..c",
        ]
        let prescan = Prescan(Configuration(), secret: Self.known)
        for before in [0, 1, 9, 12, 14, 15, 16, 17, 28, 31, 32] {
            for behind in [0, 1, 5, 6, 7, 16, 22, 23, 40] {
                let around = { (text: String) in
                    String(repeating: "#", count: before) + text + String(repeating: " ", count: behind)
                }
                for text in found {
                    #expect(Self.reads(around(text), prescan) == [true, true], "\(text) \(before) \(behind)")
                }
                for text in missed {
                    #expect(Self.reads(around(text), prescan) == [false, false], "\(text) \(before) \(behind)")
                }
            }
        }
    }

    @Test(
        "A custom host is looked for, however short",
        arguments: ["cards.clinic.example", "a.b", "x.io", "osteoclinic.example"])
    func customHost(_ host: String) throws {
        let origin = try #require(Origin(serialized: "https://\(host)"))
        let configuration = Configuration(environment: .custom(name: "stage", origin: origin))
        #expect(Self.reads("<p>https://\(host.uppercased())/embed/</p>", configuration) == [true, true])
    }

    @Test("Whatever holds a secret is read", arguments: 0..<10)
    func equivalence(_ seed: Int) throws {
        var generator = Numbers(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
        let parts = [
            "clientSecret", "client_secret", "userAccessKey", "tokenAuthVideo", "token_auth_video", "Bearer ", ":", "=",
            "'", "\"",
            "\\\"", "9fQ2vLx7RmT0aKc3", Self.token, "Zq8+r/T5vW2=kP0xLd7N", "YTpacTgrci9UNXZXMj1rUDB4TGQ3Tg",
            "osteocom.me", "OSTEOCOM_",
            "contentLicensing_login", "cards.clinic.example", " ", "\n", "x", "&quot;", "{", "}", "token", "eyJ", ".",
        ]
        let origin = try #require(Origin(serialized: "https://cards.clinic.example"))
        let configuration = Configuration(
            clientID: "kT4mRZ81qLwYc0dXaB2e", environment: .custom(name: "stage", origin: origin))
        let site = Site(configuration: configuration, secret: Self.known)
        let prescan = Prescan(configuration, secret: Self.known)
        var count = 0
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                parts.randomElement(using: &generator) ?? ""
            }.joined()
            let secrets = SecretScan(Array(text.utf8), in: site).secrets()
            guard !secrets.isEmpty else { continue }
            count += 1
            #expect(Self.reads(text, prescan) == [true, true], "\(text)")
            #expect(
                zip(secrets, secrets.dropFirst()).allSatisfy { $0.value.upperBound <= $1.value.lowerBound }, "\(text)")
        }
        #expect(count > 10)
    }

    /// Numbers that are the same on every run (xorshift).
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }
}
