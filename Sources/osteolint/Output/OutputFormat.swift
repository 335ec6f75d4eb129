import ArgumentParser

/// The formats of a report.
enum ReportFormat: String, CaseIterable, Sendable {
    case text, json, html, sarif, junit, github, gitlab, markdown
}

/// The formats of what is printed and no report.
enum ListingFormat: String, CaseIterable, Sendable {
    case text, json
}

/// An item of `--format`: a format, and the file that it goes to.
struct OutputFormat<Kind: RawRepresentable<String> & CaseIterable & Sendable> {
    let kind: Kind
    /// The file to write, or nil for standard output.
    let file: String?

    /// Reads an item, `FORMAT` or `FORMAT=FILE`.
    ///
    /// - Throws: `ValidationError` where the format is none, or the file has no name.
    init(argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        guard let kind = Kind(rawValue: name) else {
            let known = Kind.allCases.map(\.rawValue)
            throw ValidationError(
                "no such format\(Suggestion.among(known, for: name)); there are \(known.joined(separator: ", "))")
        }
        if parts.count == 2, parts[1].isEmpty {
            throw ValidationError("no file behind `=`; write `\(name)=FILE`, or `\(name)` for standard output")
        }
        self.kind = kind
        file = parts.count == 2 ? String(parts[1]) : nil
    }
}
