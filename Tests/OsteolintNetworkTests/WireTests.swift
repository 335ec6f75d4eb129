import LoopbackServer
import OsteolintCore
import Testing
import WebURL

@testable import OsteolintNetwork

@Suite("On the wire", .timeLimit(.minutes(1)))
struct WireTests {
    /// What stands in a URL, and what the server gets. What RFC 3986 has no place for is percent-encoded.
    static let targets = [
        ("/embed/x?clientId=a&partnerUserId=b", nil), ("/embed/x?a=%7Bb%7D", nil), ("/embed/x?a=b+c%20d", nil),
        ("/embed/x?a='b'", "/embed/x?a=%27b%27"), ("/embed/x'y", nil), ("/embed/x?a={b}", "/embed/x?a=%7Bb%7D"),
        ("/embed/x?a=b|c", "/embed/x?a=b%7Cc"), ("/embed/x?a=b^c", "/embed/x?a=b%5Ec"),
        ("/embed/x?a=`", "/embed/x?a=%60"), ("/embed/x?a=[b]\\c", "/embed/x?a=%5Bb%5D%5Cc"),
        ("/embed/x?a=%zz", "/embed/x?a=%25zz"), ("/embed/x?a=100%", "/embed/x?a=100%25"),
        ("/embed/x?a=%e4%C3%A4", nil), ("/embed/ä?ö=ü", "/embed/%C3%A4?%C3%B6=%C3%BC"),
        ("/embed/%2e%2F%00", "/embed/%2e%2F%00"),
        ("/embed//x///", nil), ("/embed/x?", nil), ("/embed/x??a=/?b", nil), ("/?a=b&amp;c=d", nil),
        ("/embed/x;y=z:@!$&()*,=~-._", nil), ("/embed/x?a=#b", "/embed/x?a="), ("/", nil), ("", "/"),
    ]

    @Test("The target is the URL's path and query", arguments: targets)
    func target(_ text: String, _ expected: String?) async throws {
        try await LoopbackServer.serving(respond: { _ in [.card] }) { server in
            try await FetcherScope.run([server]) { fetcher in
                let failure = try await fetcher.fetch(server.url(text)).failure
                #expect(failure == nil)
            }
            #expect(server.log.targets == [expected ?? text])
        }
    }

    @Test("A connection is used again", arguments: ["127.0.0.1", "localhost"])
    func keepAlive(host: String) async throws {
        try await LoopbackServer.serving(respond: { _ in [.card] }) { server in
            try await FetcherScope.run([server]) { fetcher in
                for number in 1...8 {
                    let failure = try await fetcher.fetch(server.url("/\(number)", host: host)).failure
                    #expect(failure == nil)
                }
            }
            #expect(server.log.connections == 1)
            #expect(server.log.targets == (1...8).map { "/\($0)" })
        }
    }

    @Test("Field values keep their bytes")
    func bytes() async throws {
        let head = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Bytes: a".utf8) + [0xE4, 0x09, 0x62]
        let rest = Array("\r\nContent-Length: 6\r\n\r\n<html>".utf8)
        let encounter = try await Encounter(with: [.send(head + rest)])
        #expect(encounter.hostile.failure == nil)
        let value = encounter.hostile.hops.last?.field("x-bytes")
        #expect(value?.unicodeScalars.first == "a" && value?.unicodeScalars.last == "b")
        #expect(value?.unicodeScalars.contains { $0.value >= 0x80 } == true)
    }

    @Test("Fields of one name stay apart and in order")
    func repeated() async throws {
        let policies = ["frame-ancestors https://a.example", "frame-ancestors 'none'"]
        let fields = policies.map { ("Content-Security-Policy", $0) } + [("Content-Type", "text/html")]
        let encounter = try await Encounter(with: [.respond(200, fields, text: "<html>")])
        #expect(encounter.hostile.hops.last?.fields("content-security-policy") == policies)
    }

    @Test("The bound on requests counts redirects, and is told")
    func budget() async throws {
        var limits = FetchLimits.small
        limits.requests = 3
        try await LoopbackServer.serving(respond: { request in
            request.target == "/away" ? [.redirect(to: "/card")] : [.card]
        }) { server in
            let failures = try await FetcherScope.run([server], limits: limits) { fetcher in
                var failures: [FetchFailure?] = []
                for target in ["/card", "/away", "/card", "/card"] {
                    failures.append(try await fetcher.fetch(server.url(target)).failure)
                }
                #expect(fetcher.requests == 3)
                return failures
            }
            #expect(failures == [nil, nil, .requestLimit(3), .requestLimit(3)])
            #expect(server.log.requests.count == 3)
        }
    }

    @Test("A fetch that is cancelled ends as interrupted")
    func cancelled() async throws {
        let asked = Gate()
        try await LoopbackServer.serving(respond: { _ in
            asked.open()
            return [.hold]
        }) { server in
            try await FetcherScope.run([server]) { fetcher in
                let task = Task { try await fetcher.fetch(server.url("/")).failure }
                await asked.wait()
                task.cancel()
                let failure = try await task.value
                #expect(failure == .interrupted)
            }
        }
    }
}
