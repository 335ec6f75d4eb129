import OsteolintCore
import Testing

@Suite("Fixes of random pages")
struct FixRandomTests {
    /// Random numbers (xorshift) that are the same for the same seed.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }

        mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

        mutating func one(of texts: [String]) -> String { texts[below(texts.count)] }
    }

    private static let ids = [
        [
            "clientId", "clientId", "clientid", "client_id", "amp;clientId", "partnerId", "\n  clientId",
            "{{ a }}clientId",
        ],
        ["productId", "productId", "productid", "prodcutId", "channelId", "productId ", "#38;productId"],
        ["partnerUserId", "partnerUserId", "userId", "uid", "amp;amp;partnerUserId", "partner-user-id"],
    ]
    private static let values = [
        ["kT4mRZ81qLwYc0dXaB2e", "kT4mRZ81qLwYc0dXaB2e ", "short", ""],
        ["66d579675f2a4b8c9df15e43", "66d579675f2a4b8c9df15e43\n   ", "7"],
        [
            "u-7", "u 7", "u%7", "u%252F7", "u%25252F7", "u+7", "100%", "{{ user.id }}", "guest", "\u{1}7", "é7",
            "&eacute;7",
            "%25C3%25A9", "a%2540b.it", "u\n  7", "&#32;7",
        ],
    ]

    private static func frame(_ numbers: inout Numbers) -> String {
        let scheme = numbers.one(of: ["https:", "http:", "HTTP:", "http&colon;", ""])
        let host = numbers.one(of: [
            "//www.osteocom.me", "//www.osteocom.me:80", "//test.osteocom.me", "//player.example",
        ])
        var query = numbers.one(of: ["?", "?", "?", "#", "?#", "#?"])
        for index in 0..<3 {
            let field = "\(numbers.one(of: ids[index]))=\(numbers.one(of: values[index]))"
            query += (index > 0 ? numbers.one(of: ["&amp;", "&amp;", "&", ";", "?", "#", "&amp;amp;"]) : "") + field
        }
        let quote = numbers.one(of: ["\"", "'"])
        var attributes = ["src=\(quote)\(scheme)\(host)/embed/course\(query)\(quote)"]
        for _ in 0..<numbers.below(4) {
            attributes.append(
                numbers.one(of: [
                    "title='Course'", "title", "title=''", "TITLE=Trailer", "width=1", "src='about:blank'",
                    "{{ more }}",
                    "title=\"{{ name }}\"", "aria-label=Course",
                    "data-src='https://www.osteocom.me/embed/a?clientId=1'",
                ]))
        }
        attributes.shuffle(using: &numbers)
        let gap = numbers.one(of: [" ", "\r\n  ", "/", "\t"])
        let end = numbers.one(of: ["></iframe>", "></iframe>", "/>", " />", ">", "/>text</iframe>"])
        return "<iframe\(gap)\(attributes.joined(separator: gap))\(end)"
    }

    private static func page(_ seed: UInt64) -> String {
        var numbers = Numbers(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
        var page = "<!doctype html>\r\n<title>é</title>\r\n"
        for _ in 0...numbers.below(5) {
            page += numbers.one(of: ["<p>Text ☂</p>\n", "<!-- \(frame(&numbers)) -->", "<p>", "<table>", "\r\n", "<b>"])
            page += frame(&numbers)
            page += numbers.one(of: ["\n", "", "<p>Text", "<!-- osteolint-disable iframe-title-missing -->"])
        }
        return page
    }

    /// How many findings of each rule there are about each embed, by the place of the embed among those that are shown.
    private static func counts(_ findings: [Finding]) -> [String: Int] {
        findings.reduce(into: [:]) { $0["\($1.rule) \($1.embed.map(String.init) ?? "-")", default: 0] += 1 }
    }

    @Test("a mended page has nothing left to mend and no new finding", arguments: 0..<4)
    func random(group: Int) throws {
        let mending = Mending(options: Page.Options(charset: .utf8))
        for seed in UInt64(group * 50)..<UInt64(group * 50 + 50) {
            let page = Array(Self.page(seed).utf8)
            let first = try mending.page(page)
            let bytes = first.edited.bytes
            let second = try mending.page(bytes)
            #expect(!second.isChanged && second.edited.bytes == bytes, "seed \(seed)")
            #expect(first.obstacle == nil && second.before == first.after, "seed \(seed)")
            checkEdits(first.edited, seed)
            let before = try mending.findings(page)
            let after = try mending.findings(bytes)
            // What an unclosed frame has swallowed has findings of its own.
            guard !before.contains(where: { $0.rule == "iframe-unclosed" }) else { continue }
            let old = Self.counts(before)
            #expect(Self.counts(after).allSatisfy { $1 <= old[$0, default: 0] }, "seed \(seed)")
            #expect(after.count <= before.count - first.cured, "seed \(seed)")
        }
    }

    /// What is kept is in order, and what is new is ASCII.
    private func checkEdits(_ edited: EditedBytes, _ seed: UInt64) {
        var position = 0
        var bytes: [UInt8] = []
        for replacement in edited.replacements {
            #expect(replacement.range.lowerBound >= position, "seed \(seed)")
            #expect(replacement.bytes.allSatisfy { $0 < 0x80 }, "seed \(seed)")
            bytes += edited.original[position..<replacement.range.lowerBound] + replacement.bytes
            position = replacement.range.upperBound
        }
        #expect(bytes + edited.original[position...] == edited.bytes, "seed \(seed)")
    }

    @Test("many faults are mended in little more than a reading")
    func many() throws {
        let frame =
            #"<iframe src="http://www.osteocom.me/embed/course?clientid=kT4mRZ81qLwYc0dXaB2e&amp;productId=66d579675f2a4b8c9df15e43&amp;partnerUserId=u-7 8"></iframe>"#
        let page = Array(String(repeating: frame + "\n", count: 300).utf8)
        let mended = try Mending(configuration: Configuration(rules: ["embed-duplicated": .off])).page(page)
        #expect(mended.cured == 1_200 && mended.after == 0)
    }
    @Test("what cannot be mended in one frame does not keep others from it")
    func mixed() throws {
        let frames = (0..<100).map { number in
            let id = number.isMultiple(of: 2) ? "u\(number)%2540b.it" : "u-\(number) x"
            return "<iframe src=\"https://www.osteocom.me/embed/course?clientId=kT4mRZ81qLwYc0dXaB2e"
                + "&amp;productId=66d579675f2a4b8c9df15e43&amp;partnerUserId=\(id)\"></iframe>\n"
        }
        let mended = try Mending().page(Array(frames.joined().utf8))
        #expect((mended.before, mended.cured, mended.after) == (200, 150, 50))
    }
}
