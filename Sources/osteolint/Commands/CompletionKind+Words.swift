import ArgumentParser
import OsteolintCore
import OsteolintRules

extension CompletionKind {
    /// A configuration file.
    static var configuration: Self { .file(extensions: ["yml", "yaml"]) }

    /// A report, baseline, bundle or catalogue.
    static var json: Self { .file(extensions: ["json"]) }

    /// The ids of the rules.
    static var rules: Self { .list(RuleRegistry.all.map { $0.descriptor.id }) }

    /// What `--rule` takes.
    static var ruleSettings: Self {
        let settings = ["off"] + Severity.allCases.map(\.rawValue)
        return .list(RuleRegistry.all.flatMap { rule in settings.map { "\(rule.descriptor.id)=\($0)" } })
    }

    /// The names of the encodings that browsers know.
    static var encodings: Self { .list(TextEncoding.allCases.map { $0.rawValue.lowercased() }) }
}
