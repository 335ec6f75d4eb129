import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
import HummingbirdTLS
import Logging
import NIOCore

/// The servers: one over TLS, and one without if wanted.
struct SandboxServer: Sendable {
    let scenario: Scenario
    let state: SandboxState
    let certificate: ServerCertificate
    /// What to bind to.
    let host: String
    /// The port over TLS; 0 for any that is free.
    let port: Int
    /// The port without TLS, if any; 0 for any that is free.
    let plainPort: Int?
    /// Whether to offer HTTP/2 over TLS beside HTTP/1.1.
    let offersHTTP2: Bool
    /// Whether to say nothing about requests.
    let isQuiet: Bool

    /// Serves until the process ends.
    ///
    /// - Parameter isReady: called once with the origins, when all ports are listened on.
    /// - Throws: `StartError`.
    func run(isReady: @escaping @Sendable ([String]) -> Void) async throws {
        let address = SandboxAddress(boundTo: host, expectsPlain: plainPort != nil, isReady: isReady)
        let api = PartnerAPI(scenario, state, await Tokens(signingKey: state.signingKey)) { Date() }
        let responder = SandboxRouter(
            scenario: scenario, state: state, api: api, address: address, isQuiet: isQuiet
        ).responder()
        let configuration = try certificate.tlsConfiguration()
        let tls =
            try offersHTTP2
            ? HTTPServerBuilder.http2Upgrade(tlsConfiguration: configuration)
            : HTTPServerBuilder.tls(.http1(), tlsConfiguration: configuration)
        // Not a task group: that would wait for one server to end before it says that the other cannot start.
        let (failures, failure) = AsyncThrowingStream<Never, any Error>.makeStream()
        start(failure) { try await listen(responder, tls, port) { address.listen(on: $0, isSecure: true) } }
        if let plainPort {
            start(failure) {
                try await listen(responder, .http1(), plainPort) { address.listen(on: $0, isSecure: false) }
            }
        }
        for try await _ in failures {}
    }

    private func start(
        _ failure: AsyncThrowingStream<Never, any Error>.Continuation,
        _ serve: @escaping @Sendable () async throws -> Void
    ) {
        Task {
            do {
                try await serve()
                failure.finish()
            } catch {
                failure.finish(throwing: error)
            }
        }
    }

    private func listen(
        _ responder: RouterResponder<SandboxContext>, _ server: HTTPServerBuilder, _ port: Int,
        isListening: @escaping @Sendable (Int) -> Void
    ) async throws {
        let application = Application(
            responder: responder, server: server,
            configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
            onServerRunning: { channel in isListening(channel.localAddress?.port ?? port) },
            logger: Logger(label: "osteocom-sandbox") { _ in SwiftLogNoOpLogHandler() })
        do {
            try await application.run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw StartError.portTaken(port: port, host: host)
        } catch let error as IOError {
            throw StartError.cannotListen(port: port, host: host, reason: String(cString: strerror(error.errnoCode)))
        } catch let error as SocketAddressError {
            throw StartError.cannotListen(port: port, host: host, reason: "\(error)")
        }
    }
}
