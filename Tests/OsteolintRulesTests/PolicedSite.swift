import ContentSecurityPolicy
import OsteolintCore
import OsteolintRules
import WebURL

/// A site whose pages are judged by the rules about page policies.
struct PolicedSite {
    private let linter: Linter
    private var pages: [LintedPage] = []
    private var hosting: [HostingFile] = []

    init(reveals: Bool = false) {
        let rules = ["page-policy-blocks-embed", "page-isolation-blocks-embed"].compactMap(RuleRegistry.rule)
        linter = Linter(rules: rules, configuration: Configuration(), masking: Masking(reveals: reveals))
    }

    /// Adds a page, and the fields that it came with.
    mutating func add(_ markup: String, as path: String = "course.html", fields: [(String, String)] = []) throws {
        let fields = fields.map { ResponseField(name: $0.0, value: $0.1) }
        let options = Page.Options(charset: .utf8, fields: fields)
        let page = try Array(markup.utf8).withUnsafeBytes { bytes in
            linter.lint(try Page(path: path, bytes: bytes, decoder: TextDecoder(), options: options))
        }
        pages.append(page)
    }

    /// Adds a hosting file that gives a field to the pages below a folder, written in a line of its own.
    mutating func host(_ name: String, _ value: String, line: Int = 2, below folder: String = "") {
        let path = "_headers"
        let column = name.count + 5
        let location = SourceLocation(line: line, column: column)
        let text = LocatedText(
            value, runs: [LocatedText.Run(offset: 0, location: location)],
            end: SourceLocation(line: line, column: column + value.unicodeScalars.count))
        let source = Snippet(text: "  \(name): \(value)", firstColumn: 1)
        let field = PageField(
            source: .hosting(.headers), name: name, value: text, path: path,
            excerpt: SourceExcerpt(firstLine: line, lines: [source]))
        hosting.append(HostingFile(path: path, format: .headers) { $0.sitePath.hasPrefix(folder) ? [field] : [] })
    }

    /// All findings, those of single pages first.
    func findings(answers: [WebURL: [ResponseHop]] = [:]) -> [Finding] {
        let survey = PagePolicySurvey(pages.sorted { $0.path < $1.path }, hosting: hosting, answers: answers)
        return pages.flatMap(\.findings) + linter.lintPolicies(survey)
    }

    /// The responses to an embed's URL by the URLs that it leads to.
    static func answers(_ responses: [(url: String, fields: [(String, String)])]) throws -> [WebURL: [ResponseHop]] {
        let hops = try responses.map { url, fields in
            ResponseHop(
                url: try WebURL(parsing: url), status: 200,
                fields: fields.map { ResponseField(name: $0.0, value: $0.1) })
        }
        return [try WebURL(parsing: responses[0].url): hops]
    }
}

extension Finding {
    /// Where it starts, as `path:line:column`, or the path alone.
    var start: String { Self.shown(place) }
    /// Where its further places start.
    var others: [String] { related.map(Self.shown) }

    private static func shown(_ place: Place?) -> String {
        guard let place else { return "" }
        return place.path + (place.range.map { ":\($0.start.line):\($0.start.column)" } ?? "")
    }
}
