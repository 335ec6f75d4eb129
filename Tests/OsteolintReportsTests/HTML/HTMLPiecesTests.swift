import Testing

@testable import OsteolintReports

@Suite("Pieces of the HTML report")
struct HTMLPiecesTests {
    @Test(
        "What stands between backticks is code, and a backtick alone is a backtick",
        arguments: [
            ("plain", ["plain"]), ("a `b` c", ["a ", "[b]", " c"]), ("`b`", ["[b]"]), ("a ` b", ["a ", "` b"]),
            ("", []),
        ])
    func inline(sentence: String, pieces: [String]) {
        #expect(InlinePiece.pieces(of: sentence).map { $0.words ?? "[\($0.code ?? "")]" } == pieces)
    }

    @Test(
        "Each list gets as much as it needs before a longer one gets more",
        arguments: [
            ([3, 1000, 5], [3, 492, 5]), ([1000, 1000], [250, 250]), ([1, 2], [1, 2]), ([], []), ([600], [500]),
        ])
    func shares(counts: [Int], shares: [Int]) {
        #expect(FairShare.shares(of: counts, limit: shares.reduce(0, +)) == shares)
    }

    @Test(
        "Numbers have commas",
        arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (100_000, "100,000"), (1_234_567, "1,234,567")])
    func digits(number: Int, text: String) {
        #expect(CountedNoun.digits(number) == text)
    }
}
