import LoopbackServer
import OsteolintCore
import OsteolintNetwork
import Testing

@Suite("Connections reset at every byte of the head", .timeLimit(.minutes(3)))
struct ResetTests {
    private static let head = Array("HTTP/1.1 200 OK\r\nContent-Length: 6\r\nContent-Type: text/html\r\n\r\n".utf8)

    @Test("Over TLS and without it", arguments: [LoopbackServer.Transport.tls(.valid), .plain])
    func reset(_ transport: LoopbackServer.Transport) async throws {
        try await LoopbackServer.serving(transport, respond: Self.steps) { server in
            try await FetcherScope.run([server]) { fetcher in
                for count in Self.head.indices {
                    let response = try await fetcher.fetch(server.url("/\(count)"))
                    guard case .unreachable? = response.failure, response.hops.isEmpty else {
                        Issue.record("after \(count) bytes: \(response.failure?.message ?? "no failure")")
                        continue
                    }
                }
                // The system may drop what it holds when the reset comes, and with it the end of the head.
                let last = try await fetcher.fetch(server.url("/\(Self.head.count)"))
                #expect(last.failure?.reason == .unreachable)
                let good = try await fetcher.fetch(server.url("/card"))
                #expect(good.failure == nil)
            }
            #expect(server.log.requests.count == Self.head.count + 2)
        }
    }

    private static func steps(_ request: ServerRequest) -> [ServerStep] {
        guard let count = Int(request.target.dropFirst()) else { return [.card] }
        return [.send(Array(head.prefix(count))), .reset]
    }
}
