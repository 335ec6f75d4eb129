/// The modes from *initial* to *after head*: sections 13.2.6.4.1 to 13.2.6.4.6.
extension TreeBuilder {
    mutating func leaveInitial() -> Bool {
        document.isInQuirksMode = !options.isSrcdoc
        mode = .beforeHTML
        return true
    }

    mutating func leaveBeforeHTML() -> Bool {
        insertImplied(.html)
        mode = .beforeHead
        return true
    }

    mutating func leaveBeforeHead() -> Bool {
        insertImplied(.head)
        head = open.current?.node ?? -1
        mode = .inHead
        return true
    }

    mutating func leaveHead() -> Bool {
        open.pop()
        mode = .afterHead
        return true
    }

    mutating func leaveHeadNoscript() -> Bool {
        open.pop()
        mode = .inHead
        return true
    }

    mutating func leaveAfterHead() -> Bool {
        insertImplied(.body)
        body = open.current?.node ?? -1
        mode = .inBody
        return true
    }

    mutating func startTagBeforeHTML() -> Bool {
        guard tagName == .html else { return leaveBeforeHTML() }
        insertElement()
        mode = .beforeHead
        return false
    }

    mutating func endTagBeforeHTML() -> Bool {
        endTagLeavesHead ? leaveBeforeHTML() : false
    }

    /// Whether an end tag counts as *anything else* before and in the head.
    private var endTagLeavesHead: Bool {
        switch tagName {
        case .head, .body, .html, .br: true
        default: false
        }
    }

    mutating func startTagBeforeHead() -> Bool {
        switch tagName {
        case .html: return startTagInBody()
        case .head:
            insertElement()
            head = open.current?.node ?? -1
            mode = .inHead
            return false
        default: return leaveBeforeHead()
        }
    }

    mutating func endTagBeforeHead() -> Bool {
        endTagLeavesHead ? leaveBeforeHead() : false
    }

    mutating func startTagInHead() -> Bool {
        switch tagName {
        case .html: return startTagInBody()
        case .base, .basefont, .bgsound, .link, .meta: insertVoidElement()
        case .title: insertRawText(.rcdata)
        case .noscript where !options.scripting:
            insertElement()
            mode = .inHeadNoscript
        case .noscript, .noframes, .style: insertRawText(.rawtext)
        case .script: insertRawText(.scriptData)
        case .template: startTemplate()
        case .head: break
        default: return leaveHead()
        }
        return false
    }

    mutating func endTagInHead() -> Bool {
        switch tagName {
        case .head:
            open.pop()
            mode = .afterHead
            return false
        case .body, .html, .br: return leaveHead()
        case .template: endTemplate()
        default: break
        }
        return false
    }

    /// Inserts an element whose contents are text and switches the tokenizer: section 13.2.6.2.
    mutating func insertRawText(_ state: HTMLTokenizer.State) {
        insertElement()
        tokenizer.enter(state)
        originalMode = mode
        mode = .text
    }

    mutating func endTagInText() -> Bool {
        if let current = open.current {
            document.nodes[Int(current.node)].isClosed = true
            document.nodes[Int(current.node)].endTagStart = Int32(tokenizer.tag.source.lowerBound)
        }
        open.pop()
        mode = originalMode
        return false
    }

    mutating func startTagInHeadNoscript() -> Bool {
        switch tagName {
        case .html: return startTagInBody()
        case .basefont, .bgsound, .link, .meta, .noframes, .style: return startTagInHead()
        case .head, .noscript: return false
        default: return leaveHeadNoscript()
        }
    }

    mutating func endTagInHeadNoscript() -> Bool {
        switch tagName {
        case .noscript:
            _ = leaveHeadNoscript()
            return false
        case .br: return leaveHeadNoscript()
        default: return false
        }
    }

    mutating func startTagAfterHead() -> Bool {
        switch tagName {
        case .html: return startTagInBody()
        case .body:
            insertElement()
            body = open.current?.node ?? -1
            framesetOK = false
            mode = .inBody
            return false
        case .frameset:
            insertElement()
            mode = .inFrameset
            return false
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
            return startTagForHeadAfterHead()
        case .head: return false
        default: return leaveAfterHead()
        }
    }

    /// What belongs into the head goes there, even when it comes late.
    private mutating func startTagForHeadAfterHead() -> Bool {
        let node = document.nodes[Int(head)]
        let element = OpenElement(
            node: head, name: node.name, namespace: .html, customName: -1, isIntegrationPoint: false)
        open.push(element)
        let again = startTagInHead()
        if let index = open.index(of: head) { open.remove(at: index) }
        return again
    }

    mutating func endTagAfterHead() -> Bool {
        switch tagName {
        case .template: return endTagInHead()
        case .body, .html, .br: return leaveAfterHead()
        default: return false
        }
    }
}
