import ArgumentParser
import Foundation

/// The command line.
@main
struct OsteocomSandbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "osteocom-sandbox",
        abstract: "A local stand-in of Osteocom for demos and tests, over TLS, that can be told to misbehave.",
        discussion: """
            Writes one line to standard output when it is ready, and one about each request to standard error. \
            Exit status: 0 ended by SIGINT or SIGTERM, 1 could not start, 64 wrong arguments or scenario.
            """)

    @Option(help: ArgumentHelp("The scenario.", valueName: "file"))
    var scenario: String

    @Option(help: ArgumentHelp("The port over TLS; 0 for any that is free.", valueName: "port"))
    var port: UInt16 = 0

    @Option(help: ArgumentHelp("A port without TLS besides; 0 for any that is free.", valueName: "port"))
    var httpPort: UInt16?

    @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("Where to write the certificate of the authority to trust.", valueName: "file"))
    var caFile: String?

    @Option(help: ArgumentHelp("Where to keep what was bought, between runs too.", valueName: "file"))
    var state: String?

    @Option(help: ArgumentHelp("What is wrong with the certificate; wins over the scenario.", valueName: "fault"))
    var certificate: CertificateFault?

    @Flag(name: .customLong("http1"), help: "Offer HTTP/1.1 only, not HTTP/2.")
    var isHTTP1Only = false

    @Flag(help: "Say nothing about requests.")
    var quiet = false

    func run() async throws {
        Self.catchSignals()
        do {
            try await serve(try ScenarioInput(path: scenario).read())
        } catch let error as ScenarioInput.Failure {
            StandardStreams.complain("osteocom-sandbox: \(error)")
            throw ExitCode(64)
        } catch let error as StartError {
            StandardStreams.complain("osteocom-sandbox: \(error)")
            throw ExitCode.failure
        }
    }

    /// The state's file is whole at every moment, so a signal ends the process at once, endless bodies included.
    private static func catchSignals() {
        signal(SIGPIPE, SIG_IGN)
        for number in [SIGINT, SIGTERM] { signal(number) { _ in _exit(0) } }
    }

    private func serve(_ scenario: Scenario) async throws {
        let now = Date()
        let state = try state.map { try SandboxState(file: StateFile(path: $0), purchases: scenario.purchases) }
        let authority = try Authority(at: now)
        if let caFile { try write(try authority.pem(), to: caFile) }
        let server = SandboxServer(
            scenario: scenario, state: state ?? SandboxState(purchases: scenario.purchases),
            certificate: try ServerCertificate(
                hosts: [host] + scenario.hosts + scenario.sites.map { $0.host },
                fault: certificate ?? scenario.certificate, authority: authority, at: now),
            host: host, port: Int(port), plainPort: httpPort.map { Int($0) }, offersHTTP2: !isHTTP1Only,
            isQuiet: quiet)
        let authorityNote = caFile.map { " (authority: \($0))" } ?? ""
        try await server.run { origins in
            StandardStreams.say("osteocom-sandbox: listening on \(origins.joined(separator: " and "))\(authorityNote)")
        }
    }

    private func write(_ pem: String, to path: String) throws {
        do {
            try Data(pem.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch let error as CocoaError {
            let reason = (error.underlying as? POSIXError).map { String(cString: strerror($0.code.rawValue)) }
            throw StartError.cannotWriteAuthority(path: path, reason: reason ?? "error \(error.errorCode)")
        }
    }
}

extension CertificateFault: ExpressibleByArgument {}
