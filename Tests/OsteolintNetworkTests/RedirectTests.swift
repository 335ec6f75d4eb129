import LoopbackServer
import OsteolintCore
import OsteolintNetwork
import Testing
import WebURL

@Suite("Redirects", .timeLimit(.minutes(1)))
struct RedirectTests {
    @Test("Each of the five statuses is followed", arguments: [301, 302, 303, 307, 308])
    func statuses(_ status: Int) async throws {
        try await LoopbackServer.serving(respond: { request in
            request.target == "/card" ? [.card] : [.redirect(to: "/card", status: status)]
        }) { server in
            try await FetcherScope.run([server]) { fetcher in
                let response = try await fetcher.fetch(server.url("/from#part"))
                #expect(response.failure == nil)
                #expect(response.hops.map(\.status) == [status, 200])
                #expect(response.hops.map(\.url.path) == ["/from", "/card"])
                #expect(response.hops.last?.field("content-security-policy") != nil)
            }
            #expect(server.log.requests.map(\.method) == ["GET", "GET"])
            #expect(server.log.targets == ["/from", "/card"])
        }
    }

    @Test("Other statuses with a Location are not", arguments: [201, 300, 304, 305, 306])
    func otherStatuses(_ status: Int) async throws {
        try await LoopbackServer.serving(respond: { _ in
            [.send("HTTP/1.1 \(status) S\r\nLocation: /card\r\nConnection: close\r\n\r\n"), .close]
        }) { server in
            try await FetcherScope.run([server]) { fetcher in
                let response = try await fetcher.fetch(server.url("/from"))
                #expect(response.failure == (status == 201 ? .empty(status: 201) : .unexpectedStatus(status)))
            }
            #expect(server.log.targets == ["/from"])
        }
    }

    static let locations = [
        ("card", "/embed/card"), ("?a=b", "/embed/x?a=b"), ("../card#part", "/card"), ("/card?x#y", "/card?x"),
        ("./a/../card", "/embed/card"), ("  /card\t", "/card"), ("https:/card", "/card"), ("\\card", "/card"),
        ("", "/embed/x?q"), ("#part", "/embed/x?q"),
    ]

    @Test("A Location is read as browsers do", arguments: locations)
    func location(_ location: String, _ target: String) async throws {
        let isFirst = Counter()
        try await LoopbackServer.serving(respond: { _ in
            isFirst.advance() == 0 ? [.redirect(to: location)] : [.card]
        }) { server in
            try await FetcherScope.run([server]) { fetcher in
                let failure = try await fetcher.fetch(server.url("/embed/x?q")).failure
                #expect(failure == nil)
            }
            #expect(server.log.targets == ["/embed/x?q", target])
        }
    }

    @Test("A redirect without a URL is told", arguments: ["https://", "http://[", "https://a b/"])
    func noURL(_ location: String) async throws {
        try await LoopbackServer.serving(respond: { _ in [.redirect(to: location)] }) { server in
            try await FetcherScope.run([server]) { fetcher in
                let failure = try await fetcher.fetch(server.url("/")).failure
                #expect(failure == .badRedirect(location: location))
            }
        }
    }

    @Test("A redirect without Location is told")
    func noLocation() async throws {
        try await LoopbackServer.serving(respond: { _ in [.respond(302, [], text: "")] }) { server in
            try await FetcherScope.run([server]) { fetcher in
                let failure = try await fetcher.fetch(server.url("/")).failure
                #expect(failure == .badRedirect(location: nil))
            }
        }
    }

    @Test("Twenty in a row are followed, a loop is not")
    func count() async throws {
        try await LoopbackServer.serving(respond: { request in
            guard let left = Int(request.target.dropFirst()) else { return [.redirect(to: "/loop")] }
            return left == 0 ? [.card] : [.redirect(to: "/\(left - 1)")]
        }) { server in
            try await FetcherScope.run([server]) { fetcher in
                let most = try await fetcher.fetch(server.url("/20"))
                #expect(most.failure == nil && most.hops.count == 21)
                let tooMany = try await fetcher.fetch(server.url("/21"))
                #expect(tooMany.failure == .tooManyRedirects(limit: 20))
                let before = server.log.requests.count
                let loop = try await fetcher.fetch(server.url("/loop"))
                #expect(loop.failure == .tooManyRedirects(limit: 20))
                #expect(loop.hops.count == 21 && server.log.requests.count == before + 21)
            }
        }
    }

    @Test("No cookie comes back, no credentials go out, and the page's origin is told on every hop")
    func fields() async throws {
        try await LoopbackServer.serving(respond: { request in
            let cookie = ("Set-Cookie", "session=secret; Path=/")
            return request.target == "/2" ? [.card] : [.respond(302, [("Location", "/2"), cookie])]
        }) { server in
            try await FetcherScope.run([server]) { fetcher in
                for _ in 1...2 { _ = try await fetcher.fetch(server.url("/1")) }
            }
            #expect(server.log.requests.count == 4)
            for request in server.log.requests {
                for name in ["cookie", "authorization", "proxy-authorization", "origin"] {
                    #expect(request.field(name) == nil)
                }
                #expect(request.field("referer") == "https://lms.partner.com/")
                #expect(request.field("sec-fetch-dest") == "iframe")
                #expect(request.field("sec-fetch-mode") == "navigate")
                #expect(request.field("sec-fetch-site") == "cross-site")
                #expect(request.field("host") == "127.0.0.1:\(server.port)")
            }
        }
    }

    @Test("The content of a redirect is read to its end, so that the connection serves again")
    func contentOfRedirect() async throws {
        try await LoopbackServer.serving(respond: { request in
            request.target == "/" ? [.respond(302, [("Location", "/card")], text: "<p>Moved</p>")] : [.card]
        }) { server in
            try await FetcherScope.run([server]) { fetcher in
                let failure = try await fetcher.fetch(server.url("/")).failure
                #expect(failure == nil)
            }
            #expect(server.log.connections == 1)
        }
    }

    @Test("A redirect whose content never ends is followed all the same")
    func endlessRedirect() async throws {
        try await LoopbackServer.serving(respond: { request in
            let head = ServerStep.send("HTTP/1.1 302 Found\r\nLocation: /card\r\n\r\n")
            return request.target == "/" ? [head, .flood([UInt8](repeating: 97, count: 4096))] : [.card]
        }) { server in
            try await FetcherScope.run([server]) { fetcher in
                let failure = try await fetcher.fetch(server.url("/")).failure
                #expect(failure == nil)
            }
        }
    }
}
