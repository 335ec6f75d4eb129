import ArgumentParser
import OsteolintCore

/// Which pages to check, and what is known of them.
struct InputOptions: ParsableArguments {
    @Option(
        name: .customLong("files-from"),
        help: ArgumentHelp(
            "Read the paths from a file, or - for standard input.", discussion: "One a line, or separated by NUL.",
            valueName: "file"), completion: .file())
    var filesFrom: String?

    @Option(name: .customLong("client-id"), help: "The clientId that the embeds must carry.")
    var clientID: String?

    @Option(
        help: "The environment that the embeds must point at: production or test.",
        completion: .list(["production", "test"]))
    var environment: String?

    @Option(
        help: "How the pages came to be: static, snapshot or template.",
        completion: .list(Rendering.allCases.map(\.rawValue)))
    var rendering: String?

    @Option(
        name: .customLong("catalog"),
        help: ArgumentHelp(
            "A catalogue, as contentLicensing_catalog returned it, to hold the embeds' products against.",
            valueName: "file"), completion: .json)
    var catalogueFile: String?

    @OptionGroup(title: "Input")
    var reading: ReadingOptions

    typealias Setup = ReadingOptions.Setup

    /// How many pages to work on at once.
    var jobs: Int { reading.jobs }
    /// Whether every page is parsed, even one that cannot hold an embed.
    var parsesAll: Bool { reading.parsesAll }

    /// The files and folders that are named besides URLs; the working directory where nothing is.
    func roots(_ named: [String]) -> [String] {
        named.isEmpty && filesFrom == nil ? ["."] : named
    }

    /// Reads the configuration and lets the flags override it.
    func setup() throws -> Setup {
        var setup = try reading.setup()
        if let clientID { setup.configuration.clientID = clientID }
        let flags = try ConfigurationFlags(environment: environment, rendering: rendering).configuration()
        if environment != nil { setup.configuration.environment = flags.environment }
        if rendering != nil { setup.configuration.rendering = flags.rendering }
        return setup
    }

    /// The catalogue that was given, if any.
    ///
    /// - Throws: `UsageError` where it cannot be used.
    func savedCatalogue() throws -> SavedCatalogue? {
        try catalogueFile.map(SavedCatalogue.init)
    }

    /// Collects the pages named by arguments and lists.
    func collect(_ paths: [String], into collector: inout FileCollector) throws {
        for path in paths {
            guard !path.isEmpty else { throw UsageError("an empty path; write . for the working directory") }
            try collector.add(path)
        }
        if let filesFrom { for path in try readList(filesFrom).paths { collector.addListed(path) } }
        if paths.isEmpty, filesFrom == nil { try collector.add(".") }
        collector.sort()
    }

    private func readList(_ file: String) throws -> FileList {
        do throws(InputError) {
            return FileList(file == "-" ? try InputReader.readStandardInput() : try InputReader().readAll(file))
        } catch {
            throw UsageError("\(file): \(error.message)")
        }
    }
}
