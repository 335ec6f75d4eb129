import ArgumentParser

/// Whether faults whose cure is certain are mended.
struct FixOptions: ParsableArguments {
    @Flag(
        name: .customLong("fix"),
        help: ArgumentHelp(
            "Mend what can be mended for certain, and show what would change as a unified diff.",
            discussion: """
                The diff takes the place of the text report; apply it with patch -p1 in the folder of the \
                configuration, or else in the working directory. In a file or a pipe it shows the pages' lines as they \
                are, users' ids too; a page whose lines hold a secret is left out.
                """))
    var isAskedFor = false

    @Flag(name: .customLong("write"), help: "With --fix: write the pages, and report what is left.")
    var writes = false

    func validate() throws {
        guard isAskedFor || !writes else { throw ValidationError("--write goes with --fix; give both") }
    }

    /// Whether standard output takes the diff.
    var showsDiff: Bool { isAskedFor && !writes }

    /// Looks whether all pages are files.
    ///
    /// - Throws: `UsageError` where one is not.
    func check(_ collector: FileCollector) throws(UsageError) {
        guard isAskedFor, collector.files.contains(.standardInput) else { return }
        throw UsageError("--fix: standard input cannot be written to; name the page's file instead of -")
    }

    /// Looks whether what else is asked for goes together with mending.
    ///
    /// - Throws: `UsageError` where it does not.
    func check(_ output: OutputOptions, _ known: BaselineOptions) throws(UsageError) {
        guard isAskedFor else { return }
        guard !known.writesBaseline else {
            throw UsageError("--fix and --write-baseline: mend first, then write down what is left")
        }
        guard !showsDiff || output.format.allSatisfy({ $0.file != nil }) else {
            throw UsageError(
                "--fix shows a diff on standard output; give the format a file, such as --format json=report.json, "
                    + "or add --write")
        }
    }
}
