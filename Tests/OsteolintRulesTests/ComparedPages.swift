import OsteolintCore
import OsteolintRules

/// Two renders of pages that hold one embed for each id, compared.
struct ComparedPages {
    let findings: [Finding]
    let failures: [Failure]

    /// Compares renders of pages `1.html`, `2.html` and so on with one embed each.
    init(before: [String], after: [String], areOfDifferentUsers: Bool = false) throws {
        try self.init(
            before.map { Self.embed("partnerUserId=\($0)") }, after.map { Self.embed("partnerUserId=\($0)") },
            areOfDifferentUsers: areOfDifferentUsers)
    }

    /// Compares renders of pages `1.html`, `2.html` and so on with this markup.
    init(_ before: [String], _ after: [String], areOfDifferentUsers: Bool = false, reveals: Bool = false) throws {
        let linter = Linter(
            rules: RuleRegistry.all.filter { $0 is any ComparisonRule.Type }, configuration: Configuration(),
            masking: Masking(reveals: reveals))
        let comparison = RenderComparison(
            try Self.render("a", before, linter), try Self.render("b", after, linter),
            areOfDifferentUsers: areOfDifferentUsers)
        findings = linter.lintComparison(comparison)
        failures = comparison.failures
    }

    /// An embed with these fields besides the client; the product is the usual one unless it is among them.
    static func embed(_ fields: String) -> String {
        let product = fields.contains("productId") ? "" : "productId=66d579675f2a4b8c9df15e43&amp;"
        return #"<iframe title="Card" src="https://www.osteocom.me/embed/course?clientId=kT4mRZ81qLwYc0dXaB2e&amp;"#
            + product + fields + #""></iframe>"#
    }

    private static func render(_ name: String, _ pages: [String], _ linter: Linter) throws -> Render {
        let linted = try pages.enumerated().map { index, markup in
            let path = "\(index + 1).html"
            let page = try MarkedPage(markup).read(as: "\(name)/\(path)", under: Configuration())
            return linter.lint(page, sitePath: path)
        }
        return Render(name: name, paths: linted.map(\.sitePath), readPaths: linted.map(\.sitePath), pages: linted)
    }
}
