extension HTMLTokenizer {
    /// The markup declaration open state: a comment, a document type, a CDATA section or a bogus comment.
    mutating func readDeclaration() -> HTMLToken {
        let start = position
        position += 2
        if startsWith("--") { return readComment(from: start) }
        if isDoctype() { return readDoctype() }
        guard startsWith("[CDATA[") else {
            position = start
            return readBogusComment(form: .bogus, dataFrom: start + 2)
        }
        guard allowsCDATA else {
            position = start
            return readBogusComment(form: .cdata, dataFrom: start + 2)
        }
        position += 7
        enter(.cdata)
        return next()
    }

    /// A comment from behind its `<!` on: sections 13.2.5.43 to 13.2.5.52.
    private mutating func readComment(from start: Int) -> HTMLToken {
        position += 2
        let data = position
        if startsWith(">") { return closeComment(start, data..<data, 1) }
        if startsWith("->") { return closeComment(start, data..<data, 2) }
        while let byte = peek() {
            if byte == UInt8(ascii: "-") {
                if startsWith("-->") { return closeComment(start, data..<position, 3) }
                if startsWith("--!>") { return closeComment(start, data..<position, 4) }
            }
            position += 1
        }
        return .comment(CommentToken(form: .comment, source: start..<position, data: data..<endOfUnclosedComment(data)))
    }

    private mutating func closeComment(_ start: Int, _ data: Range<Int>, _ length: Int) -> HTMLToken {
        position += length
        return .comment(CommentToken(form: .comment, source: start..<position, data: data))
    }

    /// The dashes that could have ended the comment are not part of it.
    private func endOfUnclosedComment(_ start: Int) -> Int {
        let data = input[start..<input.count]
        if data.suffix(3).elementsEqual("--!".utf8) { return data.endIndex - 3 }
        let dashes = data.suffix(2).reversed().prefix { $0 == UInt8(ascii: "-") }
        return data.endIndex - dashes.count
    }

    /// The bogus comment state: all up to the next `>`.
    mutating func readBogusComment(form: CommentToken.Form, dataFrom data: Int) -> HTMLToken {
        let start = position
        position = data
        while let byte = peek(), byte != UInt8(ascii: ">") { position += 1 }
        let end = position
        if position < input.count { position += 1 }
        return .comment(CommentToken(form: form, source: start..<position, data: data..<end))
    }

    private func isDoctype() -> Bool { hasKeyword("doctype") }

    /// Whether the text goes on with a word, in whatever case.
    private func hasKeyword(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard input.count - position >= count else { return false }
        return (0..<count).allSatisfy { input[position + $0] | 0x20 == word.utf8Start[$0] }
    }

    /// A document type from its keyword on: sections 13.2.5.53 to 13.2.5.68.
    private mutating func readDoctype() -> HTMLToken {
        position += 7
        var token = DoctypeToken()
        readDoctypeName(into: &token)
        if token.name == nil {
            token.forcesQuirks = true
        } else {
            readDoctypeIdentifiers(into: &token)
        }
        skipDoctypeSpaces()
        // What follows a system identifier is ignored, and so is the end of the text in it: bogus DOCTYPE state.
        let isBogus = token.systemID != nil && peek() != nil
        while let byte = peek(), byte != UInt8(ascii: ">") { position += 1 }
        if position < input.count { position += 1 } else if !isBogus { token.forcesQuirks = true }
        return .doctype(token)
    }

    private mutating func readDoctypeName(into token: inout DoctypeToken) {
        skipDoctypeSpaces()
        var name: [UInt8] = []
        while let byte = peek(), byte != UInt8(ascii: ">"), !byte.isHTMLSpace {
            if byte == 0 {
                name.append(contentsOf: [UInt8].replacementCharacter)
            } else {
                name.append(byte.isASCIIUpper ? byte | 0x20 : byte)
            }
            position += 1
        }
        token.name = name.isEmpty ? nil : name
    }

    /// Reads the identifiers behind the name; what cannot be one forces quirks mode.
    private mutating func readDoctypeIdentifiers(into token: inout DoctypeToken) {
        skipDoctypeSpaces()
        guard let byte = peek(), byte != UInt8(ascii: ">") else { return }
        if hasKeyword("public") {
            position += 6
            skipDoctypeSpaces()
            token.publicID = readIdentifier(into: &token)
            guard token.publicID != nil, !token.forcesQuirks else { return }
            skipDoctypeSpaces()
            guard let next = peek(), next != UInt8(ascii: ">") else { return }
            token.systemID = readIdentifier(into: &token)
        } else if hasKeyword("system") {
            position += 6
            skipDoctypeSpaces()
            token.systemID = readIdentifier(into: &token)
        } else {
            token.forcesQuirks = true
        }
    }

    /// A quoted identifier; without its quote, or cut short by `>`, it forces quirks mode.
    private mutating func readIdentifier(into token: inout DoctypeToken) -> [UInt8]? {
        guard let quote = peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            token.forcesQuirks = true
            return nil
        }
        position += 1
        var identifier: [UInt8] = []
        while let byte = peek(), byte != quote, byte != UInt8(ascii: ">") {
            if byte == 0x0D {
                if peek(1) != 0x0A { identifier.append(0x0A) }
            } else if byte == 0 {
                identifier.append(contentsOf: [UInt8].replacementCharacter)
            } else {
                identifier.append(byte)
            }
            position += 1
        }
        if peek() == quote { position += 1 } else { token.forcesQuirks = true }
        return identifier
    }

    private mutating func skipDoctypeSpaces() {
        while let byte = peek(), byte.isHTMLSpace { position += 1 }
    }
}
