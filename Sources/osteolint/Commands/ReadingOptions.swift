import ArgumentParser
import Foundation
import OsteolintCore

/// How pages are found and read, and under which configuration.
struct ReadingOptions: ParsableArguments {
    @Option(
        name: .customLong("config"),
        help: ArgumentHelp("The configuration file to use instead of the nearest .osteolint.yml.", valueName: "file"),
        completion: .configuration)
    var configurationFile: String?

    @Option(parsing: .singleValue, help: "A glob of pages to read; repeatable, replaces the configuration's.")
    var include: [String] = []

    @Option(parsing: .singleValue, help: "A glob of what to leave out; repeatable, replaces the configuration's.")
    var exclude: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Set a rule: off, note, warning or error; repeatable.", valueName: "id=severity"),
        completion: .ruleSettings)
    var rule: [String] = []

    @Option(help: "The encoding to read all pages in, whatever they say themselves.", completion: .encodings)
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

    /// Reads the configuration and lets the flags override it.
    func setup() throws -> Setup {
        let charset = try TextEncoding.named(charset)
        let (read, folder) = try Self.readConfiguration(configurationFile)
        var configuration = read
        if !include.isEmpty { configuration.include = include }
        if !exclude.isEmpty { configuration.exclude = exclude }
        configuration.rules.merge(try ConfigurationFlags(rules: rule).configuration().rules) { $1 }
        try Self.refuseMissing(configuration.hosting, in: folder)
        return Setup(configuration: configuration, base: folder, charset: charset)
    }

    /// A hosting file that is named and not there would look like one that allows everything.
    private static func refuseMissing(_ files: [NamedHostingFile], in folder: FilePath) throws {
        for file in files {
            let entry = FileEntry(folder.resolving(file.path))
            let fault = entry.map { $0.isFolder ? "is a folder" : "" } ?? InputError(errno: errno).message
            guard !fault.isEmpty else { continue }
            let location = file.place?.range?.start
            throw UsageError(
                ConfigurationError(
                    path: file.place?.path ?? ConfigurationFile.name, line: location?.line, column: location?.column,
                    message: "`\(file.path)`: \(fault); name a hosting file, relative to this file's folder"
                ).description)
        }
    }

    /// Where the configuration is, or would be in the working directory.
    var configurationPath: FilePath {
        FilePath(configurationFile ?? Self.nearestFile() ?? ConfigurationFile.name)
    }

    private static func nearestFile() -> String? {
        ConfigurationFile.folder(from: URL(fileURLWithPath: FileManager.default.currentDirectoryPath))?
            .appendingPathComponent(ConfigurationFile.name).path
    }

    /// Reads a configuration, or the nearest one where none is named.
    ///
    /// - Returns: what it says, and the folder that it lies in; without any file the default, and the working directory.
    static func readConfiguration(_ file: String?) throws -> (Configuration, FilePath) {
        let working = FilePath.workingDirectory
        guard let path = file ?? nearestFile() else { return (Configuration(), working) }
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
}
