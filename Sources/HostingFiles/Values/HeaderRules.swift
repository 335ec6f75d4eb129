import OsteolintCore

/// What `_headers`, `netlify.toml` and `vercel.json` come to: paths, each with what it does to the fields.
struct HeaderRules: Sendable {
    /// A path with what it does.
    struct Rule: Sendable {
        let path: PathPattern
        /// What scheme and host must match; nil for all.
        var origin: PathPattern?
        let steps: [FieldStep]
        /// Whether no rule behind it counts where it matches.
        var isLast = false
    }

    /// How much a file may say.
    static let limit = 1024

    private(set) var rules: [Rule] = []
    private var count = 0
    var style = ServedPaths.Style()
    /// The folder that is served, relative to the file's own; nil where the file does not name it.
    var outputFolder: String?

    /// Adds a rule, if it does anything.
    mutating func add(_ rule: Rule) throws(HostingFault) {
        guard !rule.steps.isEmpty || rule.isLast else { return }
        count += max(1, rule.steps.count)
        guard count <= Self.limit else { throw .tooComplex(Self.limit) }
        rules.append(rule)
    }

    /// What a page gets that is served under some paths.
    func fields(_ paths: ServedPaths, origins: [String]) -> GivenFields {
        var given = GivenFields()
        for path in paths.forms { given.formUnion(fields(path, origins: origins)) }
        return given
    }

    private func fields(_ path: [UInt8], origins: [String]) -> GivenFields {
        var given = GivenFields()
        for rule in rules where Self.isMatched(rule.origin, by: origins) && rule.path.matches(path) {
            for step in rule.steps { given.take(step) }
            if rule.isLast { break }
        }
        return given
    }

    /// Without declared origins, any host may be the one that the pages are served by.
    private static func isMatched(_ pattern: PathPattern?, by origins: [String]) -> Bool {
        guard let pattern, !origins.isEmpty else { return true }
        return origins.contains { pattern.matches(Array($0.utf8)) }
    }
}
