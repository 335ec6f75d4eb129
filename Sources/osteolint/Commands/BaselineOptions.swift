import ArgumentParser
import OsteolintCore

/// Which findings are known.
struct BaselineOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A baseline: findings that are known and do not count; replaces the configuration's.", valueName: "file"),
        completion: .json)
    var baseline: String?

    @Flag(
        name: .customLong("write-baseline"), help: "Write the findings of this run to the baseline, and let them pass.")
    var writesBaseline = false

    @Flag(name: .customLong("strict-baseline"), help: "Fail where an entry of the baseline no longer occurs.")
    var isStrict = false

    /// What the run does with the baseline.
    ///
    /// - Parameters:
    ///   - configuration: may name one.
    ///   - base: the folder of the configuration, which that name is relative to.
    ///   - output: what else is written.
    /// - Returns: what is to be done.
    /// - Throws: `UsageError` where the baseline cannot be read or written.
    func run(_ configuration: Configuration, base: FilePath, output: OutputOptions) throws(UsageError) -> BaselineRun {
        guard let path = try path(configuration, base) else {
            guard !writesBaseline, !isStrict else {
                throw UsageError(
                    "\(writesBaseline ? "--write-baseline" : "--strict-baseline") needs a baseline; name it with "
                        + "--baseline .osteolint-baseline.json, or with `baseline` in \(ConfigurationFile.name)")
            }
            return .none
        }
        let shown = baseline ?? path.relative(to: .workingDirectory).displayed
        guard !output.format.contains(where: { $0.file.map { FilePath($0).normalized } == path.normalized }) else {
            throw UsageError("a format and the baseline for \(shown); give each a file of its own")
        }
        guard writesBaseline else {
            return try BaselineRun(reading: path, shown: shown, base: base, isStrict: isStrict)
        }
        guard !output.reveal else {
            throw UsageError("--write-baseline and --reveal: a baseline shows no user's id; leave --reveal away")
        }
        return try BaselineRun(writing: shown)
    }

    /// Where the baseline is; nil where none is named.
    func path(_ configuration: Configuration, _ base: FilePath) throws(UsageError) -> FilePath? {
        guard let name = baseline ?? configuration.baseline else { return nil }
        guard !name.isEmpty else { throw UsageError("an empty path of a baseline; write .osteolint-baseline.json") }
        return baseline == nil && !name.hasPrefix("/") ? base.appending(name.utf8) : FilePath(name)
    }
}
