import Foundation
import OsteolintCore
import OsteolintRules
import WebURL
import Yams

/// Reads `.osteolint.yml`.
struct ConfigurationFile {
    static let name = ".osteolint.yml"

    /// The folder of the file nearest to a folder, upwards, or nil when there is none.
    static func folder(from start: URL) -> URL? {
        var folder = start.standardizedFileURL
        while true {
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path) { return folder }
            let parent = folder.deletingLastPathComponent()
            guard parent.path != folder.path else { return nil }
            folder = parent
        }
    }

    private let path: String
    private let rules: [any Rule.Type]

    /// Prepares to read a file.
    ///
    /// - Parameters:
    ///   - path: the file as shown in messages.
    ///   - rules: those that it may name.
    init(path: String, rules: [any Rule.Type] = RuleRegistry.all) {
        self.path = path
        self.rules = rules
    }

    /// What the text of a file says.
    func read(_ text: String) throws(ConfigurationError) -> Configuration {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw syntaxError(error)
        }
        var configuration = Configuration()
        guard let root, !Self.isNull(root) else { return configuration }
        guard let mapping = root.mapping else {
            throw fault(root, "expected keys and values, such as `clientId: …`")
        }
        let lines = LineIndex(Array(text.utf8))
        for (key, value) in mapping {
            try read(key, value, lines, into: &configuration)
        }
        return configuration
    }

    private static let keys = [
        "clientId", "environment", "origins", "rendering", "include", "exclude", "rules", "baseline", "hosting",
    ]

    private func read(
        _ key: Node,
        _ value: Node,
        _ lines: LineIndex,
        into configuration: inout Configuration
    ) throws(ConfigurationError) {
        let name = key.string ?? ""
        try refuseSecret(name, key, value)
        switch name {
        case "clientId": configuration.clientID = try text(value, of: name)
        case "environment": configuration.environment = try environment(value)
        case "origins": configuration.origins = try origins(value, in: lines)
        case "rendering": configuration.rendering = try rendering(value)
        case "include": configuration.include = try texts(value, of: name).map(\.text)
        case "exclude": configuration.exclude = try texts(value, of: name).map(\.text)
        case "rules": configuration.rules = try ruleSettings(value)
        case "baseline": configuration.baseline = try text(value, of: name)
        case "hosting": configuration.hosting = try hosting(value)
        default: throw fault(key, "unknown key `\(name)`" + Suggestion.among(Self.keys, for: name))
        }
    }

    /// Secrets come from the environment only.
    private func refuseSecret(_ name: String, _ key: Node, _ value: Node) throws(ConfigurationError) {
        let advice = "take it out and set OSTEOCOM_CLIENT_SECRET in the environment instead"
        guard SecretParameter.isNameOfSecret(name) || SecretParameter.isSecret(name: name, value: value.string ?? "")
        else { return }
        throw fault(key, "a secret has no place in this file; \(advice)")
    }

    private func environment(_ node: Node) throws(ConfigurationError) -> Environment {
        guard let mapping = node.mapping else {
            let name = try text(node, of: "environment")
            switch name {
            case "production": return .production
            case "test": return .test
            default:
                throw fault(
                    node,
                    "unknown environment `\(name)`" + Suggestion.among(["production", "test"], for: name)
                        + "; for another host write `{ name: …, origin: https://… }`")
            }
        }
        return try customEnvironment(mapping, node)
    }

    private func customEnvironment(_ mapping: Node.Mapping, _ node: Node) throws(ConfigurationError) -> Environment {
        var name: String?
        var origin: Origin?
        for (key, value) in mapping {
            switch key.string ?? "" {
            case "name": name = try text(value, of: "name")
            case "origin":
                let written = try text(value, of: "origin")
                let url = WebURL(written)
                let isOrigin = url.map {
                    $0.path == "/" && $0.query == nil && $0.username.isEmpty && $0.password.isEmpty
                }
                guard let url, url.scheme == "https" || url.scheme == "http", isOrigin == true else {
                    let shown = OriginJudgement.judge([written])[0].declared
                    throw fault(
                        value, "`\(shown)` is no origin; write scheme and host, such as https://osteocom.example")
                }
                origin = url.origin
            case let other:
                throw fault(key, "unknown key `\(other)`" + Suggestion.among(["name", "origin"], for: other))
            }
        }
        guard let origin else {
            throw fault(node, "a custom environment needs an `origin`, such as https://osteocom.example")
        }
        return .custom(name: name ?? "custom", origin: origin)
    }

    private func origins(_ node: Node, in lines: LineIndex) throws(ConfigurationError) -> [DeclaredOrigin] {
        try texts(node, of: "origins").map { item in
            let quotes = [.singleQuoted, .doubleQuoted].contains(item.node.scalar?.style) ? 2 : 0
            let place = place(item.node, length: item.text.unicodeScalars.count + quotes)
            return DeclaredOrigin(
                text: item.text, place: place, line: place?.range.map { lines.snippet(at: $0.start) })
        }
    }

    private func hosting(_ node: Node) throws(ConfigurationError) -> [NamedHostingFile] {
        try texts(node, of: "hosting").map { item in
            NamedHostingFile(path: item.text, place: place(item.node, length: item.text.unicodeScalars.count))
        }
    }

    private func rendering(_ node: Node) throws(ConfigurationError) -> Rendering {
        let name = try text(node, of: "rendering")
        guard let rendering = Rendering(rawValue: name) else {
            let known = Rendering.allCases.map(\.rawValue)
            throw fault(
                node,
                "unknown rendering `\(name)`" + Suggestion.among(known, for: name)
                    + "; it is one of \(known.joined(separator: ", "))")
        }
        return rendering
    }

    private func ruleSettings(_ node: Node) throws(ConfigurationError) -> [String: RuleSetting] {
        guard let mapping = node.mapping else {
            if Self.isNull(node) { return [:] }
            throw fault(node, "`rules` takes rule ids with a severity each, such as `iframe-title-missing: error`")
        }
        let known = rules.map { $0.descriptor.id }
        var settings: [String: RuleSetting] = [:]
        for (key, value) in mapping {
            let id = key.string ?? ""
            guard known.contains(id) else {
                throw fault(key, "unknown rule `\(id)`" + Suggestion.among(known, for: id))
            }
            settings[id] = try setting(value, of: id)
        }
        return settings
    }

    private func setting(_ node: Node, of id: String) throws(ConfigurationError) -> RuleSetting {
        let name = try text(node, of: id)
        if name == "off" { return .off }
        guard let severity = Severity(rawValue: name) else {
            let known = ["off"] + Severity.allCases.map(\.rawValue)
            throw fault(
                node,
                "unknown severity `\(name)`" + Suggestion.among(known, for: name)
                    + "; it is one of \(known.joined(separator: ", "))")
        }
        return .severity(severity)
    }

    private func text(_ node: Node, of key: String) throws(ConfigurationError) -> String {
        guard !Self.isNull(node) else { throw fault(node, "`\(key)` has no value; write one, or take the key out") }
        guard case .scalar(let scalar) = node else {
            throw fault(node, "`\(key)` takes one value, not a list or a mapping")
        }
        if scalar.style == .plain, Self.isNumberOrBoolean(scalar.string) {
            throw fault(
                node, "`\(key)` takes text, and this is a number or a boolean; write it in quotes: '\(scalar.string)'")
        }
        return scalar.string
    }

    private func texts(_ node: Node, of key: String) throws(ConfigurationError) -> [(text: String, node: Node)] {
        if Self.isNull(node) { return [] }
        guard let sequence = node.sequence else {
            throw fault(node, "`\(key)` takes a list, such as `['\(node.string ?? "…")']`")
        }
        var texts: [(text: String, node: Node)] = []
        for item in sequence { texts.append((try text(item, of: key), item)) }
        return texts
    }

    private static func isNumberOrBoolean(_ text: String) -> Bool {
        text == "true" || text == "false" || text.wholeMatch(of: /[-+]?[0-9]+(\.[0-9]*)?/) != nil
    }

    private static func isNull(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node else { return false }
        return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    }

    private func place(_ node: Node, length: Int) -> Place? {
        guard let mark = node.mark else { return nil }
        let start = SourceLocation(line: mark.line, column: mark.column)
        return Place(
            path: path,
            range: SourceRange(start: start, end: SourceLocation(line: mark.line, column: mark.column + length)))
    }

    private func fault(_ node: Node, _ message: String) -> ConfigurationError {
        ConfigurationError(path: path, line: node.mark?.line, column: node.mark?.column, message: message)
    }

    private func syntaxError(_ error: any Error) -> ConfigurationError {
        guard let error = error as? YamlError else {
            return ConfigurationError(path: path, line: nil, column: nil, message: "is not YAML: \(error)")
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return ConfigurationError(
                path: path, line: mark.line, column: mark.column, message: "is not YAML: \(problem)")
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.map { "`\($0)`" }.joined(separator: ", ")
            return ConfigurationError(
                path: path, line: context.mark.line, column: context.mark.column,
                message: "\(names) stands twice in what begins here; keep one of them")
        default:
            return ConfigurationError(path: path, line: nil, column: nil, message: "is not YAML: \(error)")
        }
    }
}
