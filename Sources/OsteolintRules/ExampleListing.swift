import OsteolintCore
import WebURL

/// The markup of an example as it is shown, with a caret below each place where a finding starts.
struct ExampleListing {
    /// The mark of a finding in an example's markup.
    static let mark: Character = "↓"

    /// The lines of all pages; of several pages each has a comment before it.
    let lines: [String]

    init(_ example: RuleExample) {
        let pages = example.pages.enumerated().map { index, page in
            let title = example.pages.count > 1 ? ["<!-- page \(index + 1) -->"] : []
            return title + page.split(separator: "\n", omittingEmptySubsequences: false).flatMap(Self.lines)
        }
        lines = pages.flatMap { $0 }
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

    private static func lines(of marked: Substring) -> [String] {
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
