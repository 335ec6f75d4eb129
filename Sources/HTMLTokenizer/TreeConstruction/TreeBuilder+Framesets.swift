/// Framesets and what follows the body: sections 13.2.6.4.19 to 13.2.6.4.23.
extension TreeBuilder {
    mutating func startTagAfterBody() -> Bool {
        if tagName == .html { return startTagInBody() }
        mode = .inBody
        return true
    }

    mutating func endTagAfterBody() -> Bool {
        guard tagName != .html else {
            mode = .afterAfterBody
            return false
        }
        mode = .inBody
        return true
    }

    mutating func leaveAfterAfterBody() -> Bool {
        mode = .inBody
        return true
    }

    mutating func startTagInFrameset() -> Bool {
        switch tagName {
        case .html: return startTagInBody()
        case .frameset: insertElement()
        case .frame: insertVoidElement()
        case .noframes: return startTagInHead()
        default: break
        }
        return false
    }

    mutating func endTagInFrameset() -> Bool {
        guard tagName == .frameset, open.count > 1 else { return false }
        open.pop()
        if !(open.current?.isHTML(.frameset) ?? false) { mode = .afterFrameset }
        return false
    }

    mutating func startTagAfterFrameset() -> Bool {
        switch tagName {
        case .html: startTagInBody()
        case .noframes: startTagInHead()
        default: false
        }
    }

    mutating func endTagAfterFrameset() -> Bool {
        if tagName == .html { mode = .afterAfterFrameset }
        return false
    }
}
