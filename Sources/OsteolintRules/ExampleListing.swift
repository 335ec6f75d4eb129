import OsteolintCore
import WebURL

/// What an example shows the rule, as it is printed, with a caret below each place where a finding starts.
struct ExampleListing {
    /// The mark of a finding in an example's text.
    static let mark: Character = "↓"

    /// The lines of all pages, of several of which each has a comment before it; or those of the configuration.
    let lines: [String]
    /// The language that the lines are in, as Markdown names it.
    let language: String

    init(_ example: RuleExample) {
        switch example.subject {
        case .pages(let pages):
            lines = Self.lines(ofPages: pages)
            language = "html"
        case .files(let files):
            lines = files.flatMap(Self.lines(ofFile:))
            language = "text"
        case .origins(let origins):
            lines = Self.lines(ofOrigins: origins)
            language = "yaml"
        case .response(let fields, let origins):
            let answer = fields.split(separator: "\n").map { "# \($0)" }
            lines = ["# Osteocom answers:"] + answer + Self.lines(ofOrigins: origins)
            language = "yaml"
        case .answers(let status, let catalogue, let pages):
            lines = Self.lines(ofStatus: status) + Self.lines(of: catalogue) + Self.lines(ofPages: pages)
            language = "html"
        case .renders(let before, let after, let areOfDifferentUsers):
            lines =
                ["<!-- the first render -->"] + Self.lines(ofPage: before)
                + ["<!-- the second render\(areOfDifferentUsers ? ", for another user" : "") -->"]
                + Self.lines(ofPage: after)
            language = "html"
        }
    }

    private static func lines(ofStatus status: String?) -> [String] {
        guard let status else { return [] }
        return ["<!-- Osteocom answers: \(status.isEmpty ? "an empty status" : status) -->"]
    }

    private static func lines(of catalogue: Catalogue?) -> [String] {
        guard let catalogue else { return [] }
        let channels = catalogue.channels.map { "<!--   \($0.id) \($0.title) -->" }
        return ["<!-- The catalogue of \(catalogue.clientID): -->"] + channels
    }

    private static func lines(ofOrigins origins: [String]) -> [String] {
        ["origins:"] + origins.flatMap { lines(ofLine: "  - \($0)") }
    }

    private static func lines(ofPages pages: [String]) -> [String] {
        pages.enumerated().flatMap { index, page in
            let title = pages.count > 1 ? ["<!-- page \(index + 1) -->"] : []
            return title + lines(ofPage: page)
        }
    }

    private static func lines(ofPage page: String) -> [String] {
        page.split(separator: "\n", omittingEmptySubsequences: false).flatMap(lines(ofLine:))
    }

    /// The lines of a file below its name.
    private static func lines(ofFile file: (name: String, text: String)) -> [String] {
        ["==> \(file.name) <=="]
            + file.text.split(separator: "\n", omittingEmptySubsequences: false).flatMap(lines(ofLine:))
    }

    /// The settings of `.osteolint.yml` that an example needs, as they are written there.
    static func settings(of example: RuleExample) -> [String] {
        let configuration = example.configuration
        var settings: [String] = []
        if let clientID = configuration.clientID { settings.append("clientId: \(clientID)") }
        if let environment = configuration.environment { settings.append(text(of: environment)) }
        if !configuration.origins.isEmpty {
            settings.append("origins: [\(configuration.origins.map(\.text).joined(separator: ", "))]")
        }
        if configuration.rendering != .static { settings.append("rendering: \(configuration.rendering.rawValue)") }
        return settings.map { "`\($0)`" }
    }

    private static func text(of environment: Environment) -> String {
        guard case .custom(let name, let origin) = environment else { return "environment: \(environment.name)" }
        return "environment: { name: \(name), origin: \(origin.serialized) }"
    }

    private static func lines(ofLine marked: Substring) -> [String] {
        let line = marked.filter { $0 != mark }
        guard marked.contains(mark) else { return [line] }
        var carets = ""
        var isMarked = false
        for character in marked {
            guard character != mark else {
                isMarked = true
                continue
            }
            carets += isMarked ? "^" : " "
            isMarked = false
        }
        return [line, isMarked ? carets + "^" : carets]
    }
}
