/// One pass over a file's bytes for what makes it worth reading: words, such as the names of hosts, and what may be a
/// secret of Osteocom's; in a page for the tags of frames too.
struct NeedleScan {
    /// The words to look for besides those that every scan looks for.
    struct Words: Sendable {
        /// Those that begin with `osteoc` or `osteol`, which cost nothing.
        fileprivate let known: [[UInt8]]
        /// The others, each of which takes a little time.
        fileprivate let others: WordScan
        /// Whether there is a word too short to look for, which any file may hold.
        fileprivate let hasShort: Bool

        /// Takes words in lower case; one of less than four bytes counts as found in every file.
        init(_ words: [[UInt8]]) {
            let isKnown = { (word: [UInt8]) in word.starts(with: "osteoc".utf8) || word.starts(with: "osteol".utf8) }
            known = words.filter(isKnown)
            others = WordScan(words.filter { !isKnown($0) })
            hasShort = others.words.count + known.count < words.count
        }
    }

    /// Whether a word was found, in whatever case; then the scan stopped there.
    private(set) var foundNeedle = false
    /// The offsets of `<` before the names of frames' and `base` tags, in bytes; none in a file that is no page.
    private(set) var tags: [Int] = []
    /// No token begins before this offset.
    private var endOfRun = 0

    private typealias Block = SIMD16<UInt8>
    private static let blockSize = 16
    /// How far behind its first byte a position is looked at.
    private static let lookahead = 6

    /// Scans a page, as stored.
    init(page bytes: UnsafeRawBufferPointer, _ words: Words) {
        let letters = Letters()
        scan(bytes, words) { Self.mayBegin($0, letters) .| Self.mayBeginTag($0, letters) }
    }

    /// Scans a script or data, as stored.
    init(file bytes: UnsafeRawBufferPointer, _ words: Words) {
        let letters = Letters()
        scan(bytes, words) { Self.mayBegin($0, letters) }
        tags = []
    }

    @inline(__always)
    private mutating func scan(
        _ bytes: UnsafeRawBufferPointer, _ words: Words, _ mayBegin: (Window) -> SIMDMask<SIMD16<Int8>>
    ) {
        foundNeedle = words.hasShort
        guard !foundNeedle else { return }
        words.others.beginnings.withUnsafeBufferPointer { scan(bytes, words, $0, mayBegin) }
    }

    @inline(__always)
    private mutating func scan(
        _ bytes: UnsafeRawBufferPointer, _ words: Words, _ others: UnsafeBufferPointer<WordScan.Beginning>,
        _ mayBegin: (Window) -> SIMDMask<SIMD16<Int8>>
    ) {
        var offset = 0
        let lastBlock = bytes.count - Self.blockSize - Self.lookahead
        while offset <= lastBlock {
            let window = Window(bytes, offset)
            let halves = unsafeBitCast(mayBegin(window), to: SIMD2<UInt64>.self)
            if halves[0] | halves[1] != 0 || !others.isEmpty && window.mayBegin(others) {
                for position in offset..<(offset + Self.blockSize) { look(bytes, position, words) }
                if foundNeedle { return }
            }
            offset += Self.blockSize
        }
        while offset < bytes.count {
            look(bytes, offset, words)
            if foundNeedle { return }
            offset += 1
        }
    }

    /// The letters that are looked for, each sixteen times: arithmetic with single bytes is not done in vectors.
    private struct Letters {
        let space = Block(repeating: UInt8(ascii: " "))
        let lessThan = Block(repeating: UInt8(ascii: "<"))
        let capitalJ = Block(repeating: UInt8(ascii: "J"))
        let a = Block(repeating: UInt8(ascii: "a"))
        let b = Block(repeating: UInt8(ascii: "b"))
        let c = Block(repeating: UInt8(ascii: "c"))
        let e = Block(repeating: UInt8(ascii: "e"))
        let f = Block(repeating: UInt8(ascii: "f"))
        let i = Block(repeating: UInt8(ascii: "i"))
        let k = Block(repeating: UInt8(ascii: "k"))
        let l = Block(repeating: UInt8(ascii: "l"))
        let m = Block(repeating: UInt8(ascii: "m"))
        let o = Block(repeating: UInt8(ascii: "o"))
        let r = Block(repeating: UInt8(ascii: "r"))
        let s = Block(repeating: UInt8(ascii: "s"))
        let t = Block(repeating: UInt8(ascii: "t"))
        let y = Block(repeating: UInt8(ascii: "y"))
    }

    /// Sixteen positions: the bytes that stand there, and those that stand up to five bytes on, in lower case.
    private struct Window {
        let raw: Block
        let rawThird: Block
        let first: Block
        let second: Block
        let third: Block
        let fourth: Block
        let sixth: Block

        @inline(__always)
        init(_ bytes: UnsafeRawBufferPointer, _ offset: Int) {
            let lowercase = Block(repeating: 0x20)
            raw = bytes.loadUnaligned(fromByteOffset: offset, as: Block.self)
            rawThird = bytes.loadUnaligned(fromByteOffset: offset + 2, as: Block.self)
            first = raw | lowercase
            second = bytes.loadUnaligned(fromByteOffset: offset + 1, as: Block.self) | lowercase
            third = rawThird | lowercase
            fourth = bytes.loadUnaligned(fromByteOffset: offset + 3, as: Block.self) | lowercase
            sixth = bytes.loadUnaligned(fromByteOffset: offset + 5, as: Block.self) | lowercase
        }

        @inline(__always)
        func mayBegin(_ words: UnsafeBufferPointer<WordScan.Beginning>) -> Bool {
            WordScan.any(of: words, first, second, third, fourth)
        }
    }

    /// Which of sixteen positions may begin a word: `osteoc` and `osteol`, the `licens` of a call of the API, the
    /// `token` of `tokenAuthVideo`, and `eyJ`, with which JSON Web Tokens begin.
    @inline(__always)
    private static func mayBegin(_ window: Window, _ letters: Letters) -> SIMDMask<SIMD16<Int8>> {
        let sixthOfName = (window.sixth .== letters.c) .| (window.sixth .== letters.l)
        let name = (window.first .== letters.o) .& (window.third .== letters.t) .& sixthOfName
        let call = (window.first .== letters.l) .& (window.third .== letters.c) .& (window.sixth .== letters.s)
        // Highlighted code has `token ` in the class of every word.
        let video = (window.first .== letters.t) .& (window.third .== letters.k) .& (window.sixth .!= letters.space)
        let token =
            (window.raw .== letters.e) .& (window.second .== letters.y) .& (window.rawThird .== letters.capitalJ)
        return (window.fourth .== letters.e) .& (name .| call .| video) .| token
    }

    /// Which of sixteen positions may begin a frame's or `base` tag: `<` before two letters of its name.
    @inline(__always)
    private static func mayBeginTag(_ window: Window, _ letters: Letters) -> SIMDMask<SIMD16<Int8>> {
        let iframe = (window.second .== letters.i) .& (window.third .== letters.f)
        let frame = (window.second .== letters.f) .& (window.third .== letters.r)
        let object = (window.second .== letters.o) .& (window.third .== letters.b)
        let base = (window.second .== letters.b) .& (window.third .== letters.a)
        let embedOrAMP =
            ((window.second .== letters.e) .| (window.second .== letters.a)) .& (window.third .== letters.m)
        return (window.raw .== letters.lessThan) .& (iframe .| frame .| object .| base .| embedOrAMP)
    }

    @inline(never)
    private mutating func look(_ bytes: UnsafeRawBufferPointer, _ offset: Int, _ words: Words) {
        let byte = bytes[offset]
        switch byte | 0x20 {
        case UInt8(ascii: "<") where byte == UInt8(ascii: "<"):
            if Self.tagNames.contains(where: { WordScan.stands($0, in: bytes, at: offset + 1) }) { tags.append(offset) }
        case UInt8(ascii: "o"):
            foundNeedle = foundNeedle || words.known.contains { WordScan.stands($0, in: bytes, at: offset) }
        case UInt8(ascii: "l"):
            foundNeedle =
                foundNeedle
                || WordScan.stands(Self.licensing, in: bytes, at: offset)
                    && ServerCall.begins(at: offset, in: bytes)
        case UInt8(ascii: "t"):
            foundNeedle = foundNeedle || Self.beginsVideoToken(bytes, offset)
        case UInt8(ascii: "e"):
            foundNeedle = foundNeedle || beginsToken(bytes, offset)
        default: break
        }
        guard !foundNeedle else { return }
        foundNeedle = words.others.words.contains { WordScan.stands($0, in: bytes, at: offset) }
    }

    private static let tagNames = ["iframe", "frame", "object", "embed", "amp-iframe", "base"].map { Array($0.utf8) }
    private static let licensing = Array("licensing_".utf8)
    private static let videoTokens = ["", "_", "-"].map { Array("token\($0)auth\($0)video".utf8) }

    private static func beginsVideoToken(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Bool {
        videoTokens.contains { WordScan.stands($0, in: bytes, at: offset) }
    }

    /// Whether a JSON Web Token begins at an offset; if none does, none begins further behind in the same run.
    private mutating func beginsToken(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Bool {
        guard offset >= endOfRun, bytes[offset...].starts(with: "eyJ".utf8) else { return false }
        let run = JSONWebToken.run(from: offset, in: bytes)
        endOfRun = run.endIndex
        return JSONWebToken.isToken(run)
    }
}
