extension TreeBuilder {
    /// Characters in whatever mode.
    mutating func processCharacters(_ run: CharacterRun) {
        var run = run
        if skipsLineFeed {
            skipsLineFeed = false
            dropLineFeed(&run)
            if run.source.isEmpty { return }
        }
        if let current = open.current, current.namespace != .html, !current.takesHTMLText {
            if framesetOK, !isSpace(run) { framesetOK = false }
            insertText(run)
            return
        }
        guard mode.treatsSpaceApart, let rest = splitSpace(&run) else {
            processCharacters(run, isSpace: nil)
            return
        }
        if !run.source.isEmpty { processCharacters(run, isSpace: true) }
        processCharacters(rest, isSpace: false)
    }

    /// U+0000: dropped in HTML content, replaced in foreign content, and anything else before the body.
    mutating func processNull(at offset: Int) {
        let run = CharacterRun(source: offset..<offset + 1, decoded: .replacementCharacter)
        if let current = open.current, current.namespace != .html, !current.takesHTMLText {
            insertText(run)
            return
        }
        while true {
            switch mode {
            case .inBody, .inCell, .inCaption, .inTemplate, .text, .inTable, .inTableBody, .inRow, .inTableText,
                .inFrameset, .afterFrameset, .afterAfterFrameset:
                return
            default:
                guard characters(run, isSpace: false) else { return }
            }
        }
    }

    private mutating func processCharacters(_ run: CharacterRun, isSpace: Bool?) {
        while characters(run, isSpace: isSpace ?? self.isSpace(run)) {}
    }

    private mutating func characters(_ run: CharacterRun, isSpace: Bool) -> Bool {
        switch mode {
        case .initial: return isSpace ? false : leaveInitial()
        case .beforeHTML: return isSpace ? false : leaveBeforeHTML()
        case .beforeHead: return isSpace ? false : leaveBeforeHead()
        case .inHead:
            if !isSpace { return leaveHead() }
            insertText(run)
        case .inHeadNoscript:
            if !isSpace { return leaveHeadNoscript() }
            insertText(run)
        case .afterHead:
            if !isSpace { return leaveAfterHead() }
            insertText(run)
        case .inBody, .inCell, .inCaption, .inTemplate: charactersInBody(run, isSpace: isSpace)
        case .text: insertText(run)
        case .inTable, .inTableBody, .inRow: return charactersInTable(run, isSpace: isSpace)
        case .inTableText: pendingTableText.append(run)
        case .inColumnGroup:
            if !isSpace { return leaveColumnGroup() }
            insertText(run)
        case .afterBody, .afterAfterBody:
            if !isSpace {
                mode = .inBody
                return true
            }
            charactersInBody(run, isSpace: true)
        case .inFrameset, .afterFrameset:
            if isSpace { insertText(run) }
        case .afterAfterFrameset:
            if isSpace { charactersInBody(run, isSpace: true) }
        }
        return false
    }

    mutating func charactersInBody(_ run: CharacterRun, isSpace: Bool) {
        reconstructFormatting()
        insertText(run)
        if !isSpace { framesetOK = false }
    }

    private mutating func charactersInTable(_ run: CharacterRun, isSpace: Bool) -> Bool {
        guard let current = open.current, current.fostersItsChildren || current.isHTML(.template) else {
            isFosterParenting = true
            charactersInBody(run, isSpace: isSpace)
            isFosterParenting = false
            return false
        }
        pendingTableText.removeAll(keepingCapacity: true)
        originalMode = mode
        mode = .inTableText
        return true
    }

    /// The *in table text* mode's end: white space stays, anything else goes before the table.
    mutating func flushTableText() {
        let isSpace = pendingTableText.allSatisfy(self.isSpace)
        for run in pendingTableText {
            if isSpace {
                insertText(run)
            } else {
                isFosterParenting = true
                charactersInBody(run, isSpace: self.isSpace(run))
                isFosterParenting = false
            }
        }
        mode = originalMode
    }

    mutating func leaveTableText() -> Bool {
        flushTableText()
        return true
    }

    private func isSpace(_ run: CharacterRun) -> Bool {
        if let decoded = run.decoded { return decoded.allSatisfy(\.isHTMLSpace) }
        return tokenizer.input[run.source].allSatisfy(\.isHTMLSpace)
    }

    /// Cuts leading white space off: `run` keeps it, the rest is returned; nil when there is only white space.
    private func splitSpace(_ run: inout CharacterRun) -> CharacterRun? {
        if run.decoded != nil {
            guard !isSpace(run) else { return nil }
            let rest = run
            run.source = run.source.lowerBound..<run.source.lowerBound
            return rest
        }
        guard let end = tokenizer.input[run.source].firstIndex(where: { !$0.isHTMLSpace }) else { return nil }
        var rest = run
        rest.source = end..<run.source.upperBound
        run.source = run.source.lowerBound..<end
        return rest
    }

    private func dropLineFeed(_ run: inout CharacterRun) {
        if let decoded = run.decoded {
            if decoded == [0x0A] { run.source = run.source.upperBound..<run.source.upperBound }
            return
        }
        var start = run.source.lowerBound
        switch tokenizer.input[start] {
        case 0x0A: start += 1
        case 0x0D: start += start + 1 < run.source.upperBound && tokenizer.input[start + 1] == 0x0A ? 2 : 1
        default: return
        }
        run.source = start..<run.source.upperBound
    }
}

extension InsertionMode {
    /// Whether white space before other characters is treated apart from them.
    fileprivate var treatsSpaceApart: Bool {
        switch self {
        case .initial, .beforeHTML, .beforeHead, .inHead, .inHeadNoscript, .afterHead, .inColumnGroup, .afterBody,
            .afterAfterBody, .inFrameset, .afterFrameset, .afterAfterFrameset:
            true
        default: false
        }
    }
}

extension OpenElement {
    /// Whether characters in this foreign element are processed as in HTML.
    fileprivate var takesHTMLText: Bool { isIntegrationPoint || isMathMLTextIntegrationPoint }
}
