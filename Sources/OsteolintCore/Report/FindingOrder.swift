extension [Finding] {
    /// The findings in the order of a report: by path, place, rule and message.
    ///
    /// What is moved around are numbers: there may be a hundred thousand findings, and each is large.
    func inReportOrder() -> [Finding] {
        let paths = Set(map { $0.place?.path ?? "" }).sorted()
        let ranks = Dictionary(uniqueKeysWithValues: zip(paths, paths.indices))
        var order = enumerated().map { index, finding in
            SortKey(
                path: ranks[finding.place?.path ?? ""] ?? 0, line: finding.place?.range?.start.line ?? 0,
                column: finding.place?.range?.start.column ?? 0, index: index)
        }
        order.sort { left, right in
            if left.path != right.path { return left.path < right.path }
            if left.line != right.line { return left.line < right.line }
            if left.column != right.column { return left.column < right.column }
            if self[left.index].rule != self[right.index].rule { return self[left.index].rule < self[right.index].rule }
            if self[left.index].message != self[right.index].message {
                return self[left.index].message < self[right.index].message
            }
            return left.index < right.index
        }
        return order.map { self[$0.index] }
    }
}

/// Where a finding belongs in a report.
private struct SortKey {
    let path, line, column, index: Int
}
