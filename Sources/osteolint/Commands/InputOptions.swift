import ArgumentParser
import Foundation
import OsteolintCore
import WebURL

/// What to read, and under which configuration.
struct InputOptions: ParsableArguments {
    @Option(
        name: .customLong("files-from"),
        help: ArgumentHelp(
            "Read the paths from a file, or - for standard input.", discussion: "One a line, or separated by NUL.",
            valueName: "file"))
    var filesFrom: String?

    @Option(
        name: .customLong("config"),
        help: ArgumentHelp("The configuration file to use instead of the nearest .osteolint.yml.", valueName: "file"))
    var configurationFile: String?

    @Option(name: .customLong("client-id"), help: "The clientId that the embeds must carry.")
    var clientID: String?

    @Option(help: "The environment that the embeds must point at: production or test.")
    var environment: String?

    @Option(help: "How the pages came to be: static, snapshot or template.")
    var rendering: String?

    @Option(parsing: .singleValue, help: "A glob of pages to read; repeatable, replaces the configuration's.")
    var include: [String] = []

    @Option(parsing: .singleValue, help: "A glob of what to leave out; repeatable, replaces the configuration's.")
    var exclude: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Set a rule: off, note, warning or error; repeatable.", valueName: "id=severity"))
    var rule: [String] = []

    @Option(
        name: .customLong("catalog"),
        help: ArgumentHelp(
            "A catalogue, as contentLicensing_catalog returned it, to hold the embeds' products against.",
            valueName: "file"))
    var catalogueFile: String?

    @Option(help: "The encoding to read all pages in, whatever they say themselves.")
    var charset: String?

    @Option(help: "How many pages to work on at once; all cores by default.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Flag(name: .customLong("no-prescan"), help: "Parse every page, even those that cannot hold an embed.")
    var parsesAll = false

    func validate() throws {
        guard jobs >= 1 else { throw ValidationError("--jobs takes a number from 1 on") }
    }

    /// What the files and flags come to.
    struct Setup {
        var configuration: Configuration
        /// The folder that paths are shown relative to.
        let base: FilePath
        let charset: TextEncoding?
    }

    /// The files and folders that are named besides URLs; the working directory where nothing is.
    func roots(_ named: [String]) -> [String] {
        named.isEmpty && filesFrom == nil ? ["."] : named
    }

    /// Reads the configuration and lets the flags override it.
    func setup() throws -> Setup {
        let charset = try TextEncoding.named(charset)
        let (read, folder) = try Self.readConfiguration(configurationFile)
        var configuration = read
        if let clientID { configuration.clientID = clientID }
        if !include.isEmpty { configuration.include = include }
        if !exclude.isEmpty { configuration.exclude = exclude }
        let flags = try ConfigurationFlags(environment: environment, rendering: rendering, rules: rule).configuration()
        if environment != nil { configuration.environment = flags.environment }
        if rendering != nil { configuration.rendering = flags.rendering }
        configuration.rules.merge(flags.rules) { $1 }
        return Setup(configuration: configuration, base: folder, charset: charset)
    }

    /// Reads a configuration, or the nearest one where none is named.
    ///
    /// - Returns: what it says, and the folder that it lies in; without any file the default, and the working directory.
    static func readConfiguration(_ file: String?) throws -> (Configuration, FilePath) {
        let working = FilePath.workingDirectory
        let path: String
        if let file {
            path = file
        } else {
            let folder = ConfigurationFile.folder(from: URL(fileURLWithPath: FileManager.default.currentDirectoryPath))
            guard let folder else { return (Configuration(), working) }
            path = folder.appendingPathComponent(ConfigurationFile.name).path
        }
        let folder = FilePath(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        let shown = FilePath(path).relative(to: working).displayed
        let bytes: [UInt8]
        do throws(InputError) {
            bytes = try InputReader(limit: 1 << 20).readAll(path)
        } catch {
            throw UsageError("\(shown): \(error.message)")
        }
        do throws(ConfigurationError) {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw ConfigurationError(path: shown, line: nil, column: nil, message: "is not UTF-8")
            }
            return (try ConfigurationFile(path: shown).read(text), folder)
        } catch {
            throw UsageError(error.description)
        }
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
