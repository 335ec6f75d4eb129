import LoopbackServer
import OsteolintCore
import Testing
import WebURL

@testable import OsteolintNetwork

@Suite("Guard", .timeLimit(.minutes(1)))
struct GuardTests {
    static let targets: [(String, FetchFailure.Kind)] = [
        ("https://169.254.169.254/latest/meta-data/", .host), ("http://169.254.169.254/latest/meta-data/", .host),
        ("//169.254.169.254/", .host), ("https://2852039166/", .host), ("https://0xA9FEA9FE/", .host),
        ("https://[::1]:CANARY/", .host), ("https://[::ffff:127.0.0.1]:CANARY/", .host),
        ("https://localhost:CANARY/", .host), ("//127.0.0.1:CANARY/", .host), ("https://127.1:CANARY/", .host),
        ("http://127.0.0.1:OWN/", .scheme), ("http://localhost:CANARY/", .scheme), ("https://evil.example/", .host),
        ("https://user:secret@127.0.0.1:OWN/", .host), ("file:///etc/passwd", .scheme), ("data:text/html,a", .scheme),
        ("javascript:alert(1)", .scheme), ("about:blank", .scheme), ("ftp://127.0.0.1:OWN/", .scheme),
    ]

    @Test("A redirect to a server that nobody named is not followed", arguments: targets)
    func redirect(_ location: String, _ kind: FetchFailure.Kind) async throws {
        try await LoopbackServer.serving(respond: { _ in [.card] }) { canary in
            let location = location.replacing("CANARY", with: "\(canary.port)")
            try await LoopbackServer.serving(respond: { request in
                guard request.target == "/away" else { return [.card] }
                let own = request.field("host")?.split(separator: ":").last ?? ""
                return [.redirect(to: location.replacing("OWN", with: own))]
            }) { server in
                try await FetcherScope.run([server]) { fetcher in
                    let response = try await fetcher.fetch(server.url("/away"))
                    #expect(response.failure?.kind == kind, "\(response.failure?.message ?? "no failure")")
                    #expect(response.failure?.reason == .hostRefused)
                    #expect(response.hops.map(\.status) == [302])
                    let isFine = try await fetcher.fetch(server.url("/card")).failure == nil
                    #expect(isFine)
                }
                #expect(server.log.targets == ["/away", "/card"])
            }
            #expect(canary.log.connections == 0)
        }
    }

    static let privateAddresses = [
        ["127.0.0.1"], ["::1"], ["10.0.0.5"], ["169.254.169.254"], ["fd00:ec2::254"], ["::ffff:127.0.0.1"], ["0.0.0.0"],
        ["93.184.215.14", "10.0.0.5"], ["2606:4700::1", "93.184.215.14", "::1"],
    ]

    @Test("Osteocom's name that stands for a private address is not asked", arguments: privateAddresses)
    func privateAddress(_ addresses: [String]) async throws {
        let network = addresses.compactMap(NetworkAddress.init)
        let response = try await FetcherScope.run([], resolve: { _ in network }) { fetcher in
            defer { #expect(fetcher.requests == 0) }
            return try await fetcher.fetch("https://www.osteocom.me/embed/course")
        }
        let refused = network.first { !$0.isPublic }?.text ?? ""
        #expect(response.failure == .addressNotPublic(host: "www.osteocom.me", address: refused))
        #expect(response.failure?.reason == .addressRefused)
        #expect(response.failure?.isPassing == false)
    }

    @Test("A name that the system does not know is told, and asked for again the next time")
    func unresolved() async throws {
        let lookUps = Counter()
        let resolve: HostResolver.LookUp = { host throws(FetchFailure) in
            lookUps.advance()
            throw .unresolved(host: host.text)
        }
        let failures = try await FetcherScope.run([], resolve: resolve) { fetcher in
            let first = try await fetcher.fetch("https://www.osteocom.me/a").failure
            return [first, try await fetcher.fetch("https://www.osteocom.me/b").failure]
        }
        #expect(failures == [FetchFailure](repeating: .unresolved(host: "www.osteocom.me"), count: 2))
        #expect(lookUps.value == 2)
    }

    @Test("A name that is never resolved takes no longer than the fetch may")
    func slowNameServer() async throws {
        var limits = FetchLimits.small
        limits.seconds = 0.5
        let gate = Gate()
        let resolve: HostResolver.LookUp = { _ in
            await gate.wait()
            return []
        }
        let response = try await FetcherScope.run([], limits: limits, resolve: resolve) { fetcher in
            defer { gate.open() }
            return try await fetcher.fetch("https://www.osteocom.me/a")
        }
        #expect(response.failure == .timedOut(seconds: 0.5))
    }

    @Test("The system resolves what it must know, and not what cannot be there")
    func system() async throws {
        let localhost = try await HostResolver.addresses(of: Host("localhost")).map(\.text)
        #expect(!localhost.isEmpty && localhost.allSatisfy { ["127.0.0.1", "::1"].contains($0) })
        #expect(try await HostResolver.addresses(of: Host("127.1")).map(\.text) == ["127.0.0.1"])
        #expect(try await HostResolver.addresses(of: Host("[::1]")).map(\.text) == ["::1"])
    }
}

extension FetchFailure {
    /// The two ways in which the guard says no.
    enum Kind: Sendable { case host, scheme }

    var kind: Kind? {
        switch self {
        case .hostNotAllowed, .portNotAllowed: .host
        case .schemeNotAllowed: .scheme
        default: nil
        }
    }
}
