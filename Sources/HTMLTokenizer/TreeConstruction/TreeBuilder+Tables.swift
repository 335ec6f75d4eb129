/// Tables: sections 13.2.6.4.9 to 13.2.6.4.15.
extension TreeBuilder {
    mutating func startTagInTable() -> Bool {
        switch tagName {
        case .caption:
            clearStack(to: .table)
            formatting.insertMarker()
            insertElement()
            mode = .inCaption
        case .colgroup:
            clearStack(to: .table)
            insertElement()
            mode = .inColumnGroup
        case .col:
            clearStack(to: .table)
            insertImplied(.colgroup)
            mode = .inColumnGroup
            return true
        case .tbody, .tfoot, .thead:
            clearStack(to: .table)
            insertElement()
            mode = .inTableBody
        case .td, .th, .tr:
            clearStack(to: .table)
            insertImplied(.tbody)
            mode = .inTableBody
            return true
        case .table: return closeTable()
        case .style, .script, .template: return startTagInHead()
        case .input where isHiddenInput: insertVoidElement()
        case .form:
            guard form < 0, !open.contains(.template) else { break }
            insertElement()
            form = open.current?.node ?? -1
            open.pop()
        default: return startTagBeforeTable()
        }
        return false
    }

    /// *Anything else*: processed as in the body, with foster parenting.
    private mutating func startTagBeforeTable() -> Bool {
        isFosterParenting = true
        let again = startTagInBody()
        if again {
            while startTagInBody() {}
        }
        isFosterParenting = false
        return false
    }

    private mutating func endTagBeforeTable() -> Bool {
        isFosterParenting = true
        let again = endTagInBody()
        isFosterParenting = false
        return again
    }

    /// Pops the table, where one is in scope; true when the token is to be processed again.
    private mutating func closeTable() -> Bool {
        guard open.hasInScope(.table, .table) else { return false }
        open.popUntil(.table)
        resetMode()
        return true
    }

    mutating func endTagInTable() -> Bool {
        switch tagName {
        case .table:
            _ = closeTable()
            return false
        case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return false
        case .template: return endTagInHead()
        default: return endTagBeforeTable()
        }
    }

    /// Pops elements until the current node is one of these, a `template` or `html`.
    private mutating func clearStack(to names: TagName...) {
        while let current = open.current {
            if current.namespace == .html,
                names.contains(current.name) || current.name == .template || current.name == .html
            {
                return
            }
            open.pop()
        }
    }

    mutating func startTagInCaption() -> Bool {
        switch tagName {
        case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: closeCaption()
        default: startTagInBody()
        }
    }

    mutating func endTagInCaption() -> Bool {
        switch tagName {
        case .caption:
            _ = closeCaption()
            return false
        case .table: return closeCaption()
        case .body, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return false
        default: return endTagInBody()
        }
    }

    private mutating func closeCaption() -> Bool {
        guard open.hasInScope(.caption, .table) else { return false }
        generateImpliedEndTags()
        open.popUntil(.caption)
        formatting.clearToMarker()
        mode = .inTable
        return true
    }

    mutating func startTagInColumnGroup() -> Bool {
        switch tagName {
        case .html: return startTagInBody()
        case .col: insertVoidElement()
        case .template: return startTagInHead()
        default: return leaveColumnGroup()
        }
        return false
    }

    mutating func endTagInColumnGroup() -> Bool {
        switch tagName {
        case .colgroup:
            _ = leaveColumnGroup()
            return false
        case .col: return false
        case .template: return endTagInHead()
        default: return leaveColumnGroup()
        }
    }

    mutating func leaveColumnGroup() -> Bool {
        guard open.current?.isHTML(.colgroup) ?? false else { return false }
        open.pop()
        mode = .inTable
        return true
    }

    mutating func startTagInTableBody() -> Bool {
        switch tagName {
        case .tr:
            clearStackToBody()
            insertElement()
            mode = .inRow
            return false
        case .td, .th:
            clearStackToBody()
            insertImplied(.tr)
            mode = .inRow
            return true
        case .caption, .col, .colgroup, .tbody, .tfoot, .thead: return closeTableBody()
        default: return startTagInTable()
        }
    }

    mutating func endTagInTableBody() -> Bool {
        switch tagName {
        case .tbody, .tfoot, .thead:
            guard open.hasInScope(tagName, .table) else { return false }
            clearStackToBody()
            open.pop()
            mode = .inTable
            return false
        case .table: return closeTableBody()
        case .body, .caption, .col, .colgroup, .html, .td, .th, .tr: return false
        default: return endTagInTable()
        }
    }

    private mutating func clearStackToBody() { clearStack(to: .tbody, .tfoot, .thead) }

    private mutating func closeTableBody() -> Bool {
        let hasBody = open.hasInScope(.table) {
            $0.isHTML(.tbody) || $0.isHTML(.thead) || $0.isHTML(.tfoot)
        }
        guard hasBody else { return false }
        clearStackToBody()
        open.pop()
        mode = .inTable
        return true
    }

    mutating func startTagInRow() -> Bool {
        switch tagName {
        case .td, .th:
            clearStack(to: .tr)
            insertElement()
            mode = .inCell
            formatting.insertMarker()
            return false
        case .caption, .col, .colgroup, .tbody, .tfoot, .thead, .tr: return closeRow()
        default: return startTagInTable()
        }
    }

    mutating func endTagInRow() -> Bool {
        switch tagName {
        case .tr:
            _ = closeRow()
            return false
        case .table: return closeRow()
        case .tbody, .tfoot, .thead: return open.hasInScope(tagName, .table) ? closeRow() : false
        case .body, .caption, .col, .colgroup, .html, .td, .th: return false
        default: return endTagInTable()
        }
    }

    private mutating func closeRow() -> Bool {
        guard open.hasInScope(.tr, .table) else { return false }
        clearStack(to: .tr)
        open.pop()
        mode = .inTableBody
        return true
    }

    mutating func startTagInCell() -> Bool {
        switch tagName {
        case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: closeCell()
        default: startTagInBody()
        }
    }

    mutating func endTagInCell() -> Bool {
        switch tagName {
        case .td, .th:
            guard open.hasInScope(tagName, .table) else { return false }
            generateImpliedEndTags()
            open.popUntil(tagName)
            formatting.clearToMarker()
            mode = .inRow
            return false
        case .body, .caption, .col, .colgroup, .html: return false
        case .table, .tbody, .tfoot, .thead, .tr: return open.hasInScope(tagName, .table) ? closeCell() : false
        default: return endTagInBody()
        }
    }

    private mutating func closeCell() -> Bool {
        guard open.hasInScope(.table, { $0.isHTML(.td) || $0.isHTML(.th) }) else { return false }
        generateImpliedEndTags()
        open.popUntil(.td, .th)
        formatting.clearToMarker()
        mode = .inRow
        return true
    }
}
