import Foundation
import LoopbackServer
import ReportSchema
import Synchronization

/// Answers as Osteocom's API is documented, for one client and one channel.
final class APIServer: Sendable {
    static let client = "kT4mRZ81qLwYc0dXaB2e"
    static let secret = "S3cret-planted-4711"
    static let product = "66d5796a1c4b7f20e93d85ba"
    static let bearer = token(#"{"sub":"bearer-planted"}"#)
    static let key = token(#"{"sub":"key-planted"}"#)
    static let videoToken = token(#"{"sub":"video-planted"}"#)
    /// What must not stand in any output.
    static let planted = [secret, bearer, key, videoToken]

    private let purchases = Mutex<Set<String>>([])
    private let log = Mutex<[String]>([])

    /// Who was authorised and not revoked.
    var holders: Set<String> { purchases.withLock { $0 } }
    /// The endpoints that were called, in order, without what they all begin with.
    var calls: [String] { log.withLock { $0 } }

    /// The documented answer to a request.
    func answer(_ request: ServerRequest) -> ServerStep {
        let name = request.target.replacing("/sv6/contentLicensing_", with: "")
        log.withLock { $0.append(name) }
        guard request.method == "POST", let body = try? JSONValue(Data(request.body)) else { return Self.json(400) }
        let isAuthorised = request.field("authorization") == "Bearer \(Self.bearer)"
        guard name == "login" || (isAuthorised && body["clientId"].text == Self.client) else { return Self.json(401) }
        let user = body["userId"].text ?? ""
        switch name {
        case "login":
            let isKnown = body["clientId"].text == Self.client && body["clientSecret"].text == Self.secret
            return isKnown ? Self.json(200, #"{"token":"\#(Self.bearer)"}"#) : Self.json(401)
        case "catalog": return Self.json(200, Self.catalogue)
        case "contentAccessAuthorization":
            if let email = body["email"].text, !email.contains("@") { return Self.json(403) }
            _ = purchases.withLock { $0.insert(user) }
            return Self.json(200, #"{"token":"\#(Self.key)"}"#)
        case "videoAccess":
            guard holders.contains(user), body["userAccessKey"].text == Self.key else { return Self.json(401) }
            guard body["videoId"].text == "v1" else { return Self.json(404) }
            return Self.json(200, #"{"tokenAuthVideo":"\#(Self.videoToken)","expiresIn":900}"#)
        case "revocateActivation":
            _ = purchases.withLock { $0.remove(user) }
            return Self.json(200, #"{"userId":"\#(user)","cancellationDate":"2026-06-09T10:24:00Z"}"#)
        default: return Self.json(404)
        }
    }

    /// An answer in JSON.
    static func json(_ status: Int, _ text: String = "{}") -> ServerStep {
        .respond(status, [("Content-Type", "application/json")], text: text)
    }

    private static let catalogue = """
        {"catalog":[{"idChannel":"\(product)","title":"Course","subtitle":"About it","htmlDescription":"<p>It",
        "price":100,"cover":"https://cdn.osteocom.me/c.jpg","background":"https://cdn.osteocom.me/b.jpg",
        "trailer":"https://cdn.osteocom.me/t.mp4","authors":[{"name":"Dr. A","image":"https://cdn.osteocom.me/a.jpg"}],
        "video":[{"videoId":"v1","title":"First","duration":2730,"videoQuality":"FULL_HD"}]}]}
        """

    /// A JSON Web Token with these claims and a signature that is none.
    private static func token(_ claims: String) -> String {
        [#"{"alg":"HS256"}"#, claims, "signature"].map { part in
            Data(part.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
                .replacing("=", with: "")
        }.joined(separator: ".")
    }
}
