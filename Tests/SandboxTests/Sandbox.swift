import ProgramRuns
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import Testing

/// A sandbox that listens, with everything it takes to ask it.
struct Sandbox {
    let process: SandboxProcess
    let folder: TemporaryFolder
    /// The line that said that it is ready.
    let readyLine: String
    /// The origin over TLS.
    let origin: String
    let port: Int

    /// Starts a sandbox and waits until it is ready.
    init(_ scenario: String, folder: TemporaryFolder? = nil, arguments: [String] = []) async throws {
        let folder = try folder ?? TemporaryFolder()
        try folder.write("scenario.yml", scenario)
        process = try SandboxProcess(
            ["--scenario", "scenario.yml", "--ca-file", folder.path("ca.pem")] + arguments, in: folder)
        readyLine = try await process.readLine()
        self.folder = folder
        guard let match = readyLine.firstMatch(of: /https:\/\/localhost:([0-9]+)/), let port = Int(match.1) else {
            throw SandboxNotReady(output: readyLine, errors: try process.errors())
        }
        origin = String(match.0)
        self.port = port
    }

    struct SandboxNotReady: Error {
        let output: String
        let errors: String
    }

    /// Asks, and hands the answer to a closure before its body is read.
    func ask<Result: Sendable>(
        _ target: String, _ request: Asking = Asking(), timeout: TimeAmount = .seconds(60),
        _ body: (HTTPClientResponse) async throws -> Result
    ) async throws -> Result {
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: try configuration(request))
        let outcome: Swift.Result<Result, any Error>
        do {
            let response = try await client.execute(try message(target, request), timeout: timeout)
            outcome = .success(try await body(response))
        } catch {
            outcome = .failure(error)
        }
        try await client.shutdown()
        return try outcome.get()
    }

    /// Asks, and reads the whole answer.
    func answer(_ target: String, _ request: Asking = Asking()) async throws -> Answer {
        try await ask(target, request) { try await Answer($0) }
    }

    /// Asks the same again and again with one client.
    func answers(_ count: Int, to target: String, _ request: Asking) async throws -> [Answer] {
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: try configuration(request))
        var answers: [Answer] = []
        do {
            while answers.count < count {
                answers.append(
                    try await Answer(try await client.execute(try message(target, request), timeout: .seconds(60))))
            }
        } catch {
            try await client.shutdown()
            throw error
        }
        try await client.shutdown()
        return answers
    }

    private func message(_ target: String, _ request: Asking) throws -> HTTPClientRequest {
        let base = request.host.map { "https://\($0):\(port)" } ?? request.origin ?? origin
        var message = HTTPClientRequest(url: base + target)
        message.method = request.method
        if let referer = request.referer { message.headers.add(name: "Referer", value: referer) }
        message.headers.add(contentsOf: request.fields.map { ($0.name, $0.value) })
        if let value = request.authorization { message.headers.add(name: "Authorization", value: value) }
        if let body = request.body { message.body = .bytes(ByteBuffer(string: body)) }
        return message
    }

    private func configuration(_ request: Asking) throws -> HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .file(folder.path("ca.pem"))
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls, redirectConfiguration: .disallow)
        configuration.httpVersion = request.isHTTP2 ? .automatic : .http1Only
        if let host = request.host { configuration.dnsOverride = [host: "127.0.0.1"] }
        return configuration
    }
}
