/// An argument of `osteolint report`: a report's file, perhaps with the name of its site in front.
struct ReportArgument {
    /// The name that keeps the site's pages apart from those of others; nil where none is given.
    let name: String?
    /// The file, or `-` for standard input.
    let file: String

    /// Reads `FILE` or `NAME=FILE`; a file that is there wins over a name.
    ///
    /// - Throws: `UsageError` where the name or the file is empty.
    init(_ argument: String) throws(UsageError) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, FileEntry(FilePath(argument)) == nil else {
            name = nil
            file = argument
            guard !argument.isEmpty else { throw UsageError("an empty path; name a report's file") }
            return
        }
        name = String(parts[0])
        file = String(parts[1])
        guard !parts[0].isEmpty, !parts[1].isEmpty else {
            throw UsageError("\(argument): no such file; a name in front of a report's file is written NAME=FILE")
        }
    }
}
