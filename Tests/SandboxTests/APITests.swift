import Foundation
import NIOHTTP1
import OsteocomAPI
import Testing

@testable import osteocom_sandbox

@Suite("The API: every call and every status code")
struct APITests {
    @Test("Login: a JWT for a known client with its secret", arguments: [false, true])
    func login(_ isHTTP2: Bool) async throws {
        let body = #"{"clientId": "\#(APISample.client)", "clientSecret": "\#(APISample.secret)"}"#
        let answer = try await Sandbox(APISample.scenario).answer(
            Endpoint.login.path, Asking(method: .POST, isHTTP2: isHTTP2, body: body))
        #expect(answer.status == 200)
        #expect(answer["Content-Type"] == ["application/json"])
        #expect(answer["Cache-Control"] == ["no-store"])
        let parts = try answer.json(LoginAnswer.self).token.split(separator: ".")
        #expect(parts.count == 3)
        #expect(try Self.object(of: parts[0])["alg"] as? String == "HS256")
        let claims = try Self.object(of: parts[1])
        #expect(claims["sub"] as? String == APISample.client)
        let begin = try #require(claims["iat"] as? Int)
        #expect(claims["exp"] as? Int == begin + 86_400)
    }

    @Test("Login: the same 401 for all who may not")
    func unknownClient() async throws {
        let caller = APICaller(withoutLogin: try await Sandbox(APISample.scenario))
        var answers: Set<[UInt8]> = []
        for (clientID, secret) in [
            ("nobody", APISample.secret), (APISample.client, "wrong"), (APISample.client, ""), ("iframe-partner", ""),
            ("offline-partner", "third-secret-of-the-tests"), (APISample.client, "second-secret-of-the-tests"),
        ] {
            let answer = try await caller.answer(.login, LoginRequest(clientId: clientID, clientSecret: secret))
            #expect(answer.status == 401)
            #expect(answer["Content-Type"] == ["application/json"])
            answers.insert(answer.bytes)
        }
        #expect(answers.count == 1)
    }

    @Test("The catalogue has every documented field with its documented type, for each of the client's products")
    func catalog() async throws {
        let caller = try await APICaller(try Sandbox(APISample.scenario))
        let answer = try await caller.answer(.catalog, CatalogRequest(clientId: caller.clientID))
        #expect(answer.status == 200)
        let catalog = try answer.json(CatalogAnswer.self).catalog
        #expect(catalog.map { $0.idChannel }.first == APISample.product)
        #expect(catalog.count == 3)
        let expected = Channel(
            idChannel: APISample.product, title: "Pelvic floor & more", subtitle: "In two lessons",
            htmlDescription: "<p>Text</p>", price: 120, cover: "https://cdn.example/cover.jpg",
            background: "https://cdn.example/background.jpg", trailer: "https://cdn.example/trailer.mp4",
            authors: [
                Channel.Author(name: "Ada", image: "https://cdn.example/ada.jpg"),
                Channel.Author(name: "Bo", image: "https://cdn.osteocom.example/authors/nobody.jpg"),
            ],
            video: [
                Channel.Video(videoId: "video-1", title: "One", duration: 2730, videoQuality: "HD"),
                Channel.Video(videoId: "shared", title: "Lesson 2", duration: 1800, videoQuality: "FULL_HD"),
            ])
        #expect(catalog.first == expected)
        #expect(catalog[1].htmlDescription == "<p>The &lt;shoulder&gt;</p>")
        #expect(catalog[2].video.map { $0.videoId.utf8.count } == [24])
        let raw = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
        let fields = ["authors", "background", "cover", "htmlDescription", "idChannel", "price", "subtitle", "title"]
        for channel in try #require(raw["catalog"] as? [[String: Any]]) {
            #expect(channel.keys.sorted() == fields + ["trailer", "video"])
        }
    }

    @Test("A customer's key is the same at every purchase, and another one for another customer or client")
    func accessKey() async throws {
        let sandbox = try await Sandbox(APISample.scenario)
        let caller = try await APICaller(sandbox)
        let key = try await caller.buy(APISample.product).json(AuthorizationAnswer.self).token
        #expect(key.split(separator: ".").count == 3)
        #expect(try await caller.buy(APISample.otherProduct).json(AuthorizationAnswer.self).token == key)
        #expect(try await caller.buy(APISample.product).json(AuthorizationAnswer.self).token == key)
        #expect(try await caller.buy(APISample.product, for: "u-2").json(AuthorizationAnswer.self).token != key)
        let other = try await APICaller(sandbox, as: "consent-partner", secret: "second-secret-of-the-tests")
        let otherKey = try await other.buy(APISample.product, email: "a@b.example").json(AuthorizationAnswer.self)
        #expect(otherKey.token != key)
        #expect(!String(decoding: try Self.bytes(of: key.split(separator: ".")[1]), as: UTF8.self).contains("u-1"))
    }

    @Test("The address: 400 where it has to be there, 403 where it is none")
    func email() async throws {
        let sandbox = try await Sandbox(APISample.scenario)
        let caller = try await APICaller(sandbox, as: "consent-partner", secret: "second-secret-of-the-tests")
        for email in [nil, ""] {
            let answer = try await caller.buy(APISample.product, email: email)
            #expect(answer.status == 400)
            #expect(answer.fault == "Email field required")
        }
        for email in ["x", "a@b", "a@@b.example", "a b@c.example", "@b.example", "a@-b.example", "a@b..example"] {
            let answer = try await caller.buy(APISample.product, email: email)
            #expect(answer.status == 403, "\(email)")
            #expect(answer.fault == "Malformed email", "\(email)")
        }
        #expect(try await caller.buy(APISample.product, email: "ada.o'hara+x@mail.b-c.example").status == 200)
        let free = try await APICaller(sandbox)
        #expect(try await free.buy(APISample.product).status == 200)
        #expect(try await free.buy(APISample.product, email: "x").status == 403)
    }

    @Test("Of products that are not the client's, none is recorded: 404")
    func products() async throws {
        let caller = try await APICaller(try Sandbox(APISample.scenario))
        let key = try await caller.buy(APISample.otherProduct).json(AuthorizationAnswer.self).token
        let unknown = try await caller.buy(APISample.product, "000000000000000000000001")
        #expect(unknown.status == 404)
        #expect(unknown.fault == "`products[1].productId` is no channel of Osteocom")
        let foreign = try await caller.buy(APISample.product, "67b0c4d2e8f1a3956d7c2b48")
        #expect(foreign.status == 404)
        #expect(foreign.fault == "`products[1].productId` is not in your catalogue")
        #expect(try await caller.watch("video-1", key: key).status == 401)
        #expect(try await caller.buy(APISample.product.uppercased()).status == 200)
        #expect(try await caller.watch("video-1", key: key).status == 200)
    }

    @Test("Video access: 900 seconds for who has bought, 401 for others, 404 for no video")
    func videoAccess() async throws {
        let caller = try await APICaller(try Sandbox(APISample.scenario))
        let key = try await caller.buy(APISample.product).json(AuthorizationAnswer.self).token
        let answer = try await caller.watch("video-1", key: key)
        #expect(answer.status == 200)
        let access = try answer.json(VideoAccessAnswer.self)
        #expect(access.expiresIn == 900)
        let claims = try Self.object(of: access.tokenAuthVideo.split(separator: ".")[1])
        #expect(try #require(claims["exp"] as? Int) == (try #require(claims["iat"] as? Int)) + 900)
        #expect(claims["videoId"] as? String == "video-1")
        #expect(try await caller.watch("shared", key: key).status == 200)
        let missing = try await caller.watch("no-such-video", key: key)
        #expect(missing.status == 404)
        #expect(missing.fault == "Video not found")
        #expect(try await caller.watch("video-2", key: key).status == 401)
        #expect(try await caller.watch("video-1", key: "no key").status == 401)
        #expect(try await caller.watch("video-1", as: "u-2", key: key).status == 401)
        let otherKey = try await caller.buy(APISample.otherProduct, for: "u-2").json(AuthorizationAnswer.self).token
        #expect(try await caller.watch("video-2", as: "u-2", key: otherKey).status == 200)
        #expect(try await caller.watch("video-1", as: "u-1", key: otherKey).status == 401)
    }

    @Test("Revocation: access ends, again gives the first date, a new purchase begins anew, nothing to revoke is 404")
    func revocation() async throws {
        let caller = try await APICaller(try Sandbox(APISample.scenario))
        let key = try await caller.buy(APISample.product).json(AuthorizationAnswer.self).token
        let answer = try await caller.revoke(APISample.product.uppercased())
        #expect(answer.status == 200)
        let revocation = try answer.json(RevocationAnswer.self)
        #expect(revocation.userId == "u-1")
        #expect(revocation.cancellationDate.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
        #expect(try await caller.watch("video-1", key: key).status == 401)
        #expect(try await caller.revoke(APISample.product).json(RevocationAnswer.self) == revocation)
        #expect(try await caller.buy(APISample.product).json(AuthorizationAnswer.self).token == key)
        #expect(try await caller.watch("video-1", key: key).status == 200)
        #expect(try await caller.revoke(APISample.otherProduct).status == 404)
        #expect(try await caller.revoke(APISample.product, of: "nobody").status == 404)
        #expect(try await caller.revoke("video-1").status == 400)
        #expect(try await caller.revoke(APISample.otherProduct, of: "owner").status == 200)
    }

    @Test("Without a bearer token of this client: 401", arguments: Endpoint.allCases.filter { $0 != .login })
    func bearer(_ endpoint: Endpoint) async throws {
        let sandbox = try await Sandbox(APISample.scenario)
        let own = try await APICaller(sandbox)
        let other = try await APICaller(sandbox, as: "consent-partner", secret: "second-secret-of-the-tests")
        let key = try await own.buy(APISample.product).json(AuthorizationAnswer.self).token
        let video = try await own.watch("video-1", key: key).json(VideoAccessAnswer.self).tokenAuthVideo
        let body = """
            {"clientId": "\(APISample.client)", "userId": "u-1", "videoId": "video-1", "userAccessKey": "\(key)", \
            "channelId": "\(APISample.product)", "products": [{"productId": "\(APISample.product)", "price": 1}]}
            """
        let stranger = try await APICaller(try Sandbox(APISample.scenario))
        for value in [
            nil, "", "Bearer", "Bearer x", "Bearer a.b.c", "Basic \(own.token)", own.token, "Bearer \(other.token)",
            "Bearer \(key)", "Bearer \(video)", "Bearer \(own.token)x", "Bearer \(stranger.token)",
            "Bearer eyJhbGciOiJub25lIn0." + own.token.split(separator: ".")[1] + ".",
        ] {
            let answer = try await sandbox.answer(
                endpoint.path, Asking(method: .POST, authorization: value, body: body))
            #expect(answer.status == 401, "\(value ?? "nothing")")
            #expect(answer["WWW-Authenticate"] == ["Bearer"])
            #expect(answer.fault?.hasPrefix("Not authorized: ") == true)
        }
        let answer = try await sandbox.answer(
            endpoint.path, Asking(method: .POST, authorization: "bearer  \(own.token)", body: body))
        #expect(answer.status == 200)
    }

    @Test("A token that has expired: 401")
    func expiredToken() async throws {
        let caller = try await APICaller(try Sandbox(APISample.scenario + "tokenSeconds: 0\n"))
        let answer = try await caller.answer(.catalog, CatalogRequest(clientId: caller.clientID))
        #expect(answer.status == 401)
        #expect(answer.fault == "Not authorized: the bearer token has expired; log in again")
    }

    private static func object(of part: Substring) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: try bytes(of: part)) as? [String: Any])
    }

    /// The bytes of one part of a token (RFC 4648, section 5, without padding).
    private static func bytes(of part: Substring) throws -> Data {
        let text = part.replacing("-", with: "+").replacing("_", with: "/")
        return try #require(Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4)))
    }
}
