/// Marks the findings that comments in their pages silence, and remembers which comments did.
struct PageSuppressions {
    private struct PageIndex {
        let comments: [SuppressionComment]
        let index: SuppressionIndex
        /// The rules that each comment has silenced a finding of.
        var used: [Set<String>]
    }

    private let paths: [String]
    private var pages: [String: PageIndex] = [:]

    /// Collects the comments of pages.
    init(_ pages: [LintedPage]) {
        let pages = pages.filter { !$0.suppressions.isEmpty }
        paths = pages.map(\.path)
        for page in pages {
            self.pages[page.path] = PageIndex(
                comments: page.suppressions, index: SuppressionIndex(page.suppressions),
                used: Array(repeating: [], count: page.suppressions.count))
        }
    }

    /// Whether no page has any.
    var isEmpty: Bool { paths.isEmpty }

    /// Marks findings, whether a page's own or made when it was gone.
    mutating func apply(to findings: inout [Finding]) {
        for index in findings.indices {
            guard let path = findings[index].place?.path,
                let comment = pages[path]?.index.comment(for: findings[index])
            else { continue }
            findings[index].suppression = .comment(reason: pages[path]?.comments[comment].reason)
            pages[path]?.used[comment].insert(findings[index].rule)
        }
    }

    /// What came of each comment, in the order of the pages and of their text.
    var outcomes: [SuppressionOutcome] {
        paths.compactMap { pages[$0] }.flatMap { page in
            page.comments.indices.map { index in
                let comment = page.comments[index]
                let idle =
                    switch comment.directive {
                    case .disable, .disableNextLine: comment.rules.filter { !page.used[index].contains($0) }
                    case .enable: page.index.enabledInVain[index] ?? []
                    case .unknown: [String]()
                    }
                return SuppressionOutcome(
                    comment: comment, idle: idle, enablesNothing: page.index.emptyEnables.contains(index))
            }
        }
    }
}
