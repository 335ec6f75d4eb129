import ArgumentParser
import Foundation

/// `osteolint init`: writes a commented configuration.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a commented .osteolint.yml into the working directory.")

    func run() throws {
        try reportingUsageErrors {
            let name = ConfigurationFile.name
            guard !FileManager.default.fileExists(atPath: name) else {
                throw UsageError("\(name) is there already; it was left as it is")
            }
            do {
                try Data(ConfigurationTemplate.text.utf8).write(to: URL(fileURLWithPath: name), options: .atomic)
            } catch {
                throw UsageError("\(name): cannot be written here: \(error.localizedDescription)")
            }
            StandardStreams.write("Wrote \(name). Next: fill in clientId and origins, then run `osteolint check`.\n")
        }
    }
}
