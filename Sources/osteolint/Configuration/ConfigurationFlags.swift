import OsteolintCore

/// Flags that say what the configuration file could say, read by the same reader.
struct ConfigurationFlags {
    var environment: String?
    var rendering: String?
    var rules: [String] = []

    /// What the flags say.
    ///
    /// - Throws: `UsageError` that names the flag.
    func configuration() throws(UsageError) -> Configuration {
        var configuration = Configuration()
        if let environment {
            configuration.environment = try read("environment", environment, "--environment").environment
        }
        if let rendering { configuration.rendering = try read("rendering", rendering, "--rendering").rendering }
        for rule in rules {
            let parts = rule.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else {
                throw UsageError("--rule \(rule): write id and severity, such as --rule iframe-title-missing=error")
            }
            let read = try read(
                "rules", "{ \(Self.quoted(parts[0])): \(Self.quoted(parts[1])) }", "--rule", isFlow: true)
            configuration.rules.merge(read.rules) { $1 }
        }
        return configuration
    }

    private func read(
        _ key: String,
        _ value: String,
        _ flag: String,
        isFlow: Bool = false
    ) throws(UsageError) -> Configuration {
        do throws(ConfigurationError) {
            return try ConfigurationFile(path: flag).read("\(key): \(isFlow ? value : Self.quoted(value[...]))")
        } catch {
            throw UsageError("\(flag): \(error.message)")
        }
    }

    private static func quoted(_ text: Substring) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}
