extension HTMLTokenizer {
    /// A tag from its `<` on: sections 13.2.5.8 and 13.2.5.32 to 13.2.5.40.
    ///
    /// - Returns: nil when the text ends within the tag, which drops it.
    mutating func readTag(isEnd: Bool) -> HTMLToken? {
        let start = position
        position += isEnd ? 2 : 1
        scratch.removeAll(keepingCapacity: true)
        tag.attributes.removeAll(keepingCapacity: true)
        tag.isEnd = isEnd
        tag.isSelfClosing = false
        readTagName()
        guard readAttributes() else {
            position = input.count
            return nil
        }
        tag.source = start..<position
        return isEnd ? .endTag : .startTag
    }

    private mutating func readTagName() {
        appendName { $0.endsTagName }
        tag.nameBytes = 0..<scratch.count
        tag.name = TagNameTable.shared.find(scratch[tag.nameBytes])
    }

    /// Appends the byte at the position and all up to the one that ends the name, in lower case.
    @inline(__always)
    private mutating func appendName(until isEnd: (UInt8) -> Bool) {
        let start = position
        var isLowercase = true
        repeat {
            if input[position].isASCIIUpper || input[position] == 0 { isLowercase = false }
            position += 1
        } while position < input.count && !isEnd(input[position])
        let name = UnsafeBufferPointer(rebasing: input[start..<position])
        guard !isLowercase else { return scratch.append(contentsOf: name) }
        for byte in name { appendLowercased(byte) }
    }

    private mutating func appendLowercased(_ byte: UInt8) {
        if byte == 0 {
            scratch.append(contentsOf: [UInt8].replacementCharacter)
        } else {
            scratch.append(byte.isASCIIUpper ? byte | 0x20 : byte)
        }
    }

    /// Reads up to and with the `>`; false when the text ends before.
    private mutating func readAttributes() -> Bool {
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: ">"):
                position += 1
                markDuplicates()
                return true
            case UInt8(ascii: "/"):
                position += 1
                if peek() == UInt8(ascii: ">") { tag.isSelfClosing = true }
            case _ where byte.isHTMLSpace:
                position += 1
            default:
                guard readAttribute() else { return false }
            }
        }
        return false
    }

    /// One attribute, which may begin with an equals sign; false when the text ends within its value.
    private mutating func readAttribute() -> Bool {
        let start = position
        let name = readAttributeName()
        let nameEnd = position
        skipSpaces()
        guard peek() == UInt8(ascii: "=") else {
            position = nameEnd
            append(name: name, value: scratch.count..<scratch.count, source: start..<nameEnd, at: nameEnd..<nameEnd)
            return position < input.count
        }
        position += 1
        skipSpaces()
        let valueStart = scratch.count
        guard let valueSource = readAttributeValue() else { return false }
        append(name: name, value: valueStart..<scratch.count, source: start..<position, at: valueSource)
        return true
    }

    private mutating func readAttributeName() -> Range<Int> {
        let start = scratch.count
        appendName { $0.endsTagName || $0 == UInt8(ascii: "=") }
        return start..<scratch.count
    }

    private mutating func append(name: Range<Int>, value: Range<Int>, source: Range<Int>, at valueSource: Range<Int>) {
        tag.attributes.append(AttributeToken(name: name, value: value, source: source, valueSource: valueSource))
    }

    private mutating func skipSpaces() {
        while let byte = peek(), byte.isHTMLSpace { position += 1 }
    }

    /// A value in any of its three forms; nil when the text ends before it does.
    private mutating func readAttributeValue() -> Range<Int>? {
        guard let quote = peek() else { return nil }
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let start = position
            readValue { $0.isHTMLSpace || $0 == UInt8(ascii: ">") }
            return position < input.count ? start..<position : nil
        }
        position += 1
        let start = position
        readValue { $0 == quote }
        guard position < input.count else { return nil }
        position += 1
        return start..<position - 1
    }

    /// Appends the value up to the byte that ends it, with character references decoded and line ends normalised.
    @inline(__always)
    private mutating func readValue(until isEnd: (UInt8) -> Bool) {
        while true {
            appendLiterally(until: isEnd)
            guard let byte = peek(), !isEnd(byte) else { return }
            switch byte {
            case UInt8(ascii: "&"):
                appendReference()
            case 0x0D:
                position += 1
                if peek() != 0x0A { scratch.append(0x0A) }
            case 0:
                position += 1
                scratch.append(contentsOf: [UInt8].replacementCharacter)
            default:
                break
            }
        }
    }

    /// Appends the bytes of a value that stand for themselves.
    @inline(__always)
    private mutating func appendLiterally(until isEnd: (UInt8) -> Bool) {
        let start = position
        while let byte = peek(), !isEnd(byte), byte != UInt8(ascii: "&"), byte != 0x0D, byte != 0 { position += 1 }
        scratch.append(contentsOf: UnsafeBufferPointer(rebasing: input[start..<position]))
    }

    private mutating func appendReference() {
        guard let reference = CharacterReference.read(input[position...], inAttribute: true) else {
            scratch.append(UInt8(ascii: "&"))
            position += 1
            return
        }
        for scalar in reference.scalars { scratch.append(scalar: scalar) }
        position += reference.length
    }

    /// Marks the attributes whose name has been there: the attribute name state drops them.
    private mutating func markDuplicates() {
        guard tag.attributes.count > 1 else { return }
        guard tag.attributes.count > 16 else { return markFewDuplicates() }
        var seen = Set<ArraySlice<UInt8>>()
        for index in tag.attributes.indices {
            tag.attributes[index].isDuplicate = !seen.insert(scratch[tag.attributes[index].name]).inserted
        }
    }

    private mutating func markFewDuplicates() {
        for index in tag.attributes.indices.dropFirst() {
            let name = scratch[tag.attributes[index].name]
            tag.attributes[index].isDuplicate = tag.attributes[..<index].contains { scratch[$0.name] == name }
        }
    }
}
