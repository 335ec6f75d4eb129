import ArgumentParser

/// The command line.
@main
struct Osteolint: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "osteolint",
        abstract: "Finds what keeps an embedded Osteocom card from working, before your visitors do.",
        usage: """
            osteolint [check] [<options>] [<paths> ...]
            osteolint <subcommand>
            """,
        discussion: """
            Exit status: 0 nothing to object, 1 findings, 2 something could not be checked, 64 wrong arguments or \
            configuration, 70 a defect in osteolint, 130 interrupted.
            """,
        version: version,
        subcommands: [
            Check.self, Audit.self, Compare.self, Status.self, API.self, Inspect.self, Policy.self, Origins.self,
            ReportCommand.self, Rules.self, Explain.self, Init.self,
        ],
        defaultSubcommand: Check.self)
}
