import OsteolintCore

extension JSONWriter {
    /// Writes what the schema says of a finding.
    func members(of finding: Finding) {
        let range = finding.place?.range
        member("rule", finding.rule)
        member("severity", finding.severity.rawValue)
        member("message", finding.message)
        member("path", finding.place?.path)
        member("line", range?.start.line)
        member("column", range?.start.column)
        member("endLine", range?.end.line)
        member("endColumn", range?.end.column)
        member("snippet", finding.snippet?.text)
        member("snippetColumn", finding.snippet?.firstColumn)
        member("help", finding.help)
        array("related", finding.related) { place in object { members(of: place) } }
        member("embed", finding.embed)
        member("inMarkup", finding.isInMarkup)
        if finding.isRendered { member("rendered", true) }
        member("fingerprint", finding.fingerprint)
        member("suppressed", finding.isSuppressed)
        guard let suppression = finding.suppression else { return member("suppression", String?.none) }
        object("suppression") { members(of: suppression) }
    }

    private func members(of place: Place) {
        member("path", place.path)
        member("line", place.range?.start.line)
        member("column", place.range?.start.column)
    }

    private func members(of suppression: Suppression) {
        switch suppression {
        case .comment(let reason):
            member("kind", "comment")
            member("reason", reason)
        case .baseline:
            member("kind", "baseline")
            member("reason", String?.none)
        }
    }
}
