import ArgumentParser

/// An item of `--format`: a format, and the file that it goes to.
struct OutputFormat: ExpressibleByArgument {
    enum Kind: String, CaseIterable { case text, json }

    /// What the parser tells of when it refuses a format.
    static var allValueStrings: [String] { Kind.allCases.map(\.rawValue) }

    let kind: Kind
    /// The file to write, or nil for standard output.
    let file: String?

    init(kind: Kind, file: String?) {
        self.kind = kind
        self.file = file
    }

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let kind = Kind(rawValue: String(parts[0])) else { return nil }
        if parts.count == 2, parts[1].isEmpty { return nil }
        self.kind = kind
        file = parts.count == 2 ? String(parts[1]) : nil
    }
}
