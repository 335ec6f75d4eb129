import ArgumentParser
import Foundation
import OsteocomAPI
import OsteolintCore
import OsteolintNetwork
import OsteolintReports
import WebURL

/// `osteolint api`: walks through the documented calls of the API and holds each answer against the documentation.
struct API: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "api",
        abstract: "Walk through the API end to end and check every answer against its documentation.",
        discussion: """
            Logs in, reads the catalogue, authorises a throw-away user for one product, asks for a video and revokes \
            it all again, in the Test environment unless told otherwise. The secret comes from \
            OSTEOCOM_CLIENT_SECRET. Exits 1 where an answer differs, 2 where something stays open.
            """)

    @Option(
        name: .customLong("config"),
        help: ArgumentHelp("The configuration file to use instead of the nearest .osteolint.yml.", valueName: "file"),
        completion: .configuration)
    var configurationFile: String?

    @Option(name: .customLong("client-id"), help: "Your clientId; the configuration's by default.")
    var clientID: String?

    @Option(
        help: ArgumentHelp(
            "Whose API: test, production or an https origin. The configuration's by default, else test.",
            valueName: "environment"),
        completion: .list(["test", "production"]))
    var environment: String?

    @Flag(
        name: .customLong("i-know-this-writes"),
        help: "With --environment production: record a purchase there, and take it back.")
    var isWarned = false

    @OptionGroup(title: "Connection")
    var connection: ConnectionOptions

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A format to write, text or json; repeatable.", valueName: "format[=file]"),
        completion: .list(ListingFormat.allCases.map(\.rawValue)),
        transform: OutputFormat<ListingFormat>.init(argument:))
    var format: [OutputFormat<ListingFormat>] = []

    func run() async throws {
        try await reportingUsageErrors(walk)
    }

    private func walk() async throws {
        Interruption.catchSignal()
        let writer = try OutputWriter(format, usual: .text)
        let (configuration, _) = try ReadingOptions.readConfiguration(configurationFile)
        let called = try CalledEnvironment(
            flag: environment, configured: configuration.environment, isWarned: isWarned)
        let credentials = try ClientCredentials(flag: clientID, configuration: configuration)
        let fetcher = try connection.fetcher(
            for: ContactList(only: called.origin, isNamed: called.isNamed), requests: FetchLimits().requests)
        var generator = SystemRandomNumberGenerator()
        let target = WalkTarget(
            origin: called.origin, clientID: credentials.clientID, secret: credentials.secret,
            user: ThrowAwayUser(using: &generator))
        let walk = await WalkRun(fetcher: fetcher).run(APIWalk(target, now: Date().timeIntervalSince1970))
        await fetcher.shutdown()
        try write(walk, called, writer)
    }

    private func write(_ walk: APIWalk, _ called: CalledEnvironment, _ writer: OutputWriter<ListingFormat>) throws {
        let table = CallTable(
            environment: called.environment, origin: called.origin.serialized, calls: walk.calls,
            unrevoked: walk.unrevoked, isInterrupted: Interruption.isRequested)
        if let purchase = walk.unrevoked {
            StandardStreams.complain("osteolint: not taken back: \(VisibleText.visible(purchase.message))")
        }
        try writer.write { kind, isOnScreen, output in
            switch kind {
            case .json: table.writeJSON(to: output)
            case .text: output.write(table.text(isColoured: isOnScreen && StandardStreams.isColoured))
            }
        }
        if table.exitStatus != 0 { throw ExitCode(table.exitStatus) }
    }
}
