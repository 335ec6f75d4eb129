extension Configuration {
    /// What of the configuration decides, without secrets: passwords in origins are hidden, and its baseline, whose
    /// effect stands in the report, is left out.
    public func recorded(by masking: Masking) -> Configuration {
        var recorded = self
        recorded.baseline = nil
        recorded.origins = origins.map { origin in
            let line = origin.line.map { line in
                Snippet(
                    text: masking.masked(snippet: PasswordMask.masked(line: line.text), identifiers: []),
                    firstColumn: line.firstColumn)
            }
            let text = masking.masked(snippet: PasswordMask.masked(origin.text), identifiers: [])
            return DeclaredOrigin(text: text, place: origin.place, line: line)
        }
        return recorded
    }
}
