extension HTMLTokenizer {
    /// Where RCDATA or RAWTEXT ends: at its appropriate end tag's `<`, or at the end of the text.
    func findRawTextEnd() -> Int {
        var offset = position
        while offset < input.count {
            if input[offset] == UInt8(ascii: "<"), isAppropriateEndTag(at: offset) { return offset }
            offset += 1
        }
        return input.count
    }

    /// Where a script ends, by the script data states with their escaped and double escaped forms.
    func findScriptEnd() -> Int {
        enum Escape { case none, escaped, doubleEscaped }
        var escape = Escape.none
        var offset = position
        /// Dashes before this offset do not count towards `-->`.
        var dashesFrom = position
        while offset < input.count {
            let byte = input[offset]
            if byte == UInt8(ascii: ">"), escape != .none, offset - 2 >= dashesFrom,
                input[offset - 1] == UInt8(ascii: "-"), input[offset - 2] == UInt8(ascii: "-")
            {
                escape = .none
            } else if byte == UInt8(ascii: "<") {
                switch escape {
                case .none:
                    if isAppropriateEndTag(at: offset) { return offset }
                    if hasPrefix("!--", at: offset + 1) {
                        escape = .escaped
                        dashesFrom = offset + 2
                        offset += 3
                    }
                case .escaped:
                    if isAppropriateEndTag(at: offset) { return offset }
                    if let end = scriptNameEnd(at: offset + 1) {
                        escape = .doubleEscaped
                        offset = end
                    }
                case .doubleEscaped:
                    if hasPrefix("/", at: offset + 1), let end = scriptNameEnd(at: offset + 2) {
                        escape = .escaped
                        offset = end
                    }
                }
            }
            offset += 1
        }
        return input.count
    }

    /// The offset of the byte that ends the name `script` at an offset, or nil when another name stands there.
    private func scriptNameEnd(at offset: Int) -> Int? {
        let end = offset + 6
        guard hasPrefix("script", at: offset), end < input.count, input[end].endsTagName else { return nil }
        return end
    }

    private func hasPrefix(_ text: StaticString, at offset: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard input.count - offset >= count else { return false }
        return (0..<count).allSatisfy { index in
            let byte = input[offset + index]
            return (byte.isASCIIUpper ? byte | 0x20 : byte) == text.utf8Start[index]
        }
    }

    private func isAppropriateEndTag(at offset: Int) -> Bool {
        let name = offset + 2
        let end = name + rawTextName.count
        guard !rawTextName.isEmpty, end < input.count, input[offset + 1] == UInt8(ascii: "/") else { return false }
        guard input[end].endsTagName else { return false }
        return rawTextName.indices.allSatisfy { index in
            let byte = input[name + index]
            return (byte.isASCIIUpper ? byte | 0x20 : byte) == rawTextName[index]
        }
    }
}
