import OsteolintCore

/// Reads an nginx configuration, or a part of one, into blocks; `include` is not followed.
struct NginxReader {
    private static let deepest = 32
    private static let mostBlocks = 4096

    private let text: HostingText
    private var tokens: NginxTokens
    private var open = [NginxBlock()]
    private var words: [ValueText] = []
    /// Where the blocks that are open begin, in bytes.
    private var starts: [Int] = []
    private var blockCount = 0
    private var fieldCount = 0

    /// The file as one block.
    static func read(_ text: HostingText) throws(HostingFault) -> NginxBlock {
        var reader = Self(text: text, tokens: NginxTokens(text))
        return try reader.readAll()
    }

    private init(text: HostingText, tokens: NginxTokens) {
        self.text = text
        self.tokens = tokens
    }

    private mutating func readAll() throws(HostingFault) -> NginxBlock {
        while true {
            let start = tokens.start()
            guard let token = try tokens.next() else { break }
            switch token {
            case .word(let word): words.append(word)
            case .semicolon: try finishDirective()
            case .open: try openBlock(at: start)
            case .close: try closeBlock(at: start)
            }
        }
        if let start = starts.last { throw text.fault(at: start, "a brace that opens here is not closed; close it") }
        try refuseWords(before: "the end of the file")
        return open[0]
    }

    private mutating func finishDirective() throws(HostingFault) {
        if words.count > 1, words[0].string == "add_header", FieldName(words[1]) != nil { fieldCount += 1 }
        guard fieldCount <= HeaderRules.limit else { throw .tooComplex(HeaderRules.limit) }
        if !words.isEmpty { open[open.count - 1].directives.append(words) }
        words = []
    }

    private mutating func openBlock(at start: Int) throws(HostingFault) {
        guard open.count <= Self.deepest else {
            throw text.fault(at: start, "blocks are nested more than \(Self.deepest) deep; is a brace missing?")
        }
        blockCount += 1
        guard blockCount <= Self.mostBlocks else { throw .tooComplex(Self.mostBlocks) }
        open.append(NginxBlock(words: words))
        starts.append(start)
        words = []
    }

    private mutating func closeBlock(at start: Int) throws(HostingFault) {
        try refuseWords(before: "the closing brace")
        guard open.count > 1, let block = open.popLast() else {
            throw text.fault(at: start, "a brace closes here that nothing opens; take it out")
        }
        starts.removeLast()
        open[open.count - 1].blocks.append(block)
    }

    private func refuseWords(before what: String) throws(HostingFault) {
        guard let last = words.last else { return }
        throw text.fault(at: last.sources.last?.upperBound ?? 0, "a semicolon is missing before \(what); write one")
    }
}
