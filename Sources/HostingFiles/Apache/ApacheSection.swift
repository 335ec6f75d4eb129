/// A section of `.htaccess` around directives, as far as it tells whether they count.
enum ApacheSection: Sendable {
    /// What is in it counts always.
    case always
    /// What is in it never counts.
    case never
    /// It counts for files of certain names.
    case files(PathPattern)
    /// Whether it counts cannot be known; the text names why.
    case unknown(String)

    /// Reads the line that opens a section.
    ///
    /// - Parameters:
    ///   - name: the section's name in lower case, such as `filesmatch`.
    ///   - words: the words behind the name, without the closing bracket.
    ///   - line: the line as messages show it.
    init(_ name: String, _ words: [ValueText], line: String) {
        let isExpression = words.first?.bytes == Array("~".utf8)
        switch name {
        case "ifmodule": self = Self.module(words.first?.string ?? "")
        case "files" where !isExpression:
            self = Self.files(words.first.flatMap { FileNamePattern.read($0.bytes) }, line)
        case "files", "filesmatch":
            let expression = isExpression ? words.dropFirst().first : words.first
            self = Self.files(
                expression.flatMap { RegularExpression.read($0.bytes) }.flatMap(PathPattern.anywhere), line)
        case "requireall", "requireany", "requirenone": self = .always
        default: self = .unknown("`\(line)`")
        }
    }

    private static func files(_ pattern: PathPattern?, _ line: String) -> Self {
        pattern.map(Self.files) ?? .unknown("`\(line)`, which osteolint does not understand")
    }

    /// Modules are taken to be there, since only with them a policy is sent at all.
    private static func module(_ name: String) -> Self {
        name.hasPrefix("!") ? .never : .always
    }
}
