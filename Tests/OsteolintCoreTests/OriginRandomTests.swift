import OsteolintCore
import Testing
import WebURL

@Suite("Origins put together at random")
struct OriginRandomTests {
    private static let pieces = [
        "https", "http", "HTTPS", "ftp", "data", "null", ":", "/", "//", "\\", "@", "?", "#", "*", ".", ",", ";", "%",
        "%41",
        "%C3", "[", "]", "::1", "lms", "partner", "com", "localhost", "127.0.0.1", "0x7f", "443", "80", "8443", "99999",
        "www.",
        "xn--", "xn--bcher-kva", "ü", "ｌ", "。", "_", "-", " ", "\t", "\r\n", "\u{0}", "\u{A0}", "\u{200B}", "\u{FEFF}",
        "\u{202E}",
        "\"", "”", "<", "e\u{301}", "😀", "vercel.app", "a",
    ]

    /// Texts from a seed; those that are nearly origins and those that are anything.
    private static func texts(_ seed: UInt64) -> [String] {
        var state = seed
        let next = { (count: Int) -> Int in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        return (0..<400).map { index in
            let start = index % 2 == 0 ? "https://" : ""
            return (0..<next(9)).reduce(start) { text, _ in text + pieces[next(pieces.count)] }
        }
    }

    @Test("What holds of every text", arguments: 1...25)
    func properties(_ seed: Int) throws {
        let texts = Self.texts(UInt64(seed))
        for (text, judgement) in zip(texts, OriginJudgement.judge(texts)) {
            let ranks = judgement.problems.compactMap(OriginProblem.allCases.firstIndex)
            #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $0 < $1 }, "\(text.debugDescription)")
            #expect(judgement.isValid == !judgement.problems.contains(where: \.isError))
            #expect(judgement.origin == WebURL(text)?.origin || judgement.origin == nil)
            if judgement.isValid {
                #expect(judgement.suggestion == judgement.origin?.serialized, "\(text.debugDescription)")
                #expect(judgement.suggestion != nil, "\(text.debugDescription)")
            }
            if judgement.problems.isEmpty { #expect(judgement.suggestion == text, "\(text.debugDescription)") }
            guard let suggestion = judgement.suggestion else { continue }
            let again = OriginJudgement.judge([suggestion])[0]
            #expect(again.isValid && again.suggestion == suggestion, "\(text.debugDescription)")
            #expect(Origin(serialized: suggestion) != nil && !suggestion.contains("@"), "\(text.debugDescription)")
        }
    }

    @Test("Repeating a list makes duplicates of all that mean something", arguments: 1...5)
    func duplicates(_ seed: Int) {
        let texts = Self.texts(UInt64(seed))
        let judgements = OriginJudgement.judge(texts + texts)
        for judgement in judgements[texts.count...] {
            #expect(judgement.problems.contains(.duplicate) != judgement.problems.contains(.empty))
        }
    }
}
