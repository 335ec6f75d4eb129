import OsteolintCore

/// An example of a rule, run through the linter by that rule alone.
struct RuleExampleRun {
    /// Where findings start, as `page:line:column`, in order.
    let found: [String]
    /// Where the example says that they start, in order.
    let expected: [String]

    init(_ example: RuleExample, by rule: any Rule.Type) throws {
        let linter = Linter(rules: [rule], configuration: example.configuration, masking: Masking(reveals: false))
        var pages: [LintedPage] = []
        var expected: [String] = []
        for (index, markup) in example.pages.enumerated() {
            let path = "page-\(index + 1).html"
            let page = MarkedPage(markup)
            expected += page.marks.map { "\(path):\($0.line):\($0.column)" }
            pages.append(linter.lint(try page.read(as: path, under: example.configuration)))
        }
        self.expected = expected.sorted()
        found = (pages.flatMap(\.findings) + linter.lintSite(pages)).map(Self.place).sorted()
    }

    private static func place(of finding: Finding) -> String {
        guard let place = finding.place, let start = place.range?.start else { return "nowhere" }
        return "\(place.path):\(start.line):\(start.column)"
    }
}
