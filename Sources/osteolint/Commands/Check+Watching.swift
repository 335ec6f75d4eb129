import ArgumentParser
import OsteolintCore

extension Check {
    /// Checks, and checks again whenever a file has changed that the outcome rests on, until Ctrl-C.
    func watch() throws {
        try refuseUnwatchable()
        Interruption.catchSignal()
        var last = ExitCode.success
        var isFirst = true
        while true {
            let watch = try InputWatch(watchedFiles, outputs: output.format.compactMap { $0.file.map(FilePath.init) }) {
                try collect(input.setup())
            }
            do {
                last = .success
                try check()
            } catch let status as ExitCode where status.rawValue != 130 {
                last = status
            } catch let error as UsageError where !isFirst {
                // The configuration that is being written may be whole the next time.
                StandardStreams.complain("osteolint: \(error.description)")
                last = ExitCode(64)
            }
            isFirst = false
            StandardStreams.complain("osteolint: waiting for changes; Ctrl-C ends")
            switch watch.wait() {
            case .changed: continue
            case .interrupted: throw ExitCode(130)
            case .unheard: throw last
            }
        }
    }

    private func refuseUnwatchable() throws(UsageError) {
        guard !paths.contains("-"), input.filesFrom != "-" else {
            throw UsageError("--watch and standard input: it does not change; name files or folders")
        }
        guard !fixing.writes else {
            throw UsageError(
                "--watch and --fix --write: what is written would start the next check; watch without --write")
        }
        guard !known.writesBaseline else {
            throw UsageError(
                "--watch and --write-baseline: every new finding would be known at once; write the baseline first")
        }
    }

    /// What was named, and what the configuration names: files and folders, whether or not they are there.
    private var watchedFiles: [FilePath] {
        var files = input.roots(paths).map(FilePath.init)
        files += [input.filesFrom, input.catalogueFile, known.baseline].compactMap { $0.map(FilePath.init) }
        files.append(input.reading.configurationPath)
        guard let setup = try? input.setup() else { return files }
        files += setup.configuration.hosting.map { setup.base.resolving($0.path) }
        if let baseline = try? known.path(setup.configuration, setup.base) { files.append(baseline) }
        return files
    }
}
