import ContentSecurityPolicy
import Foundation
import OsteocomAPI
import OsteolintCore
import WebURL

/// A walk whose calls are answered as documented, but for those that a test answers otherwise.
struct WalkScript {
    static let now = 1_800_000_000.0
    static let secret = "S3cret-planted-4711"
    static let product = "66d5796a1c4b7f20e93d85ba"
    static let bearer = token(#"{"sub":"c1","exp":1800000900}"#)
    static let key = token(#"{"sub":"key-of-the-user"}"#)
    static let videoToken = token(#"{"video":"v1","exp":1800000900}"#)
    /// What must not stand in any output.
    static let planted = [secret, bearer, key, videoToken]

    /// The answers that are not as documented.
    var answers: [WalkCall: Result<APIResponse, FetchFailure>] = [:]
    /// The call at which the user breaks off, while it is being answered.
    var interruption: WalkCall?

    /// Makes a script with one answer, or none, that is not as documented.
    init(_ call: WalkCall? = nil, _ answer: Result<APIResponse, FetchFailure>? = nil) {
        if let call { answers[call] = answer }
    }

    /// A walk to its end, and what it sent.
    func run() -> (walk: APIWalk, steps: [APIWalk.Step]) {
        var generator = SystemRandomNumberGenerator()
        let origin = Origin(serialized: "https://test.osteocom.me") ?? .opaque
        var walk = APIWalk(
            WalkTarget(
                origin: origin, clientID: "c1", secret: Secret(Self.secret),
                user: ThrowAwayUser(using: &generator)),
            now: Self.now)
        var steps: [APIWalk.Step] = []
        while let step = walk.nextCall() {
            steps.append(step)
            if step.call == interruption { walk.interrupt() }
            walk.take(answers[step.call] ?? .success(Self.documented(step)), milliseconds: steps.count)
        }
        return (walk, steps)
    }

    /// What came of one call; nil where it has no row.
    func row(_ call: WalkCall) -> CheckedCall? { run().walk.calls.first { $0.call == call.title } }

    private static func documented(_ step: APIWalk.Step) -> APIResponse {
        switch step.call {
        case .loginWithWrongSecret, .accessWithBrokenToken, .accessAfterRevocation: json(401, "{}")
        case .login: json(200, #"{"token":"\#(bearer)"}"#)
        case .catalogue: json(200, catalogue())
        case .authorizationWithMalformedEmail: json(403, "{}")
        case .authorizationWithoutEmail, .authorizationWithEmail, .secondAuthorization:
            json(200, #"{"token":"\#(key)"}"#)
        case .videoAccess: json(200, #"{"tokenAuthVideo":"\#(videoToken)","expiresIn":900}"#)
        case .accessToUnknownVideo: json(404, "{}")
        case .revocation:
            json(200, #"{"userId":"\#(sent("userId", by: step))","cancellationDate":"2026-06-09T10:24:00Z"}"#)
        }
    }

    /// A member of a request's content.
    static func sent(_ name: String, by step: APIWalk.Step) -> String {
        let content = try? JSONSerialization.jsonObject(with: Data(step.request.body)) as? [String: Any]
        return content?[name] as? String ?? ""
    }

    /// A catalogue of one channel, in which one text is replaced.
    static func catalogue(_ text: String = "", by other: String = "") -> String {
        let whole = """
            {"catalog":[{"idChannel":"\(product)","title":"Course","subtitle":"About it","htmlDescription":"<p>It",
            "price":100,"cover":"https://cdn.osteocom.me/c.jpg","background":"https://cdn.osteocom.me/b.jpg",
            "trailer":"https://cdn.osteocom.me/t.mp4","authors":[{"name":"Dr. A","image":"https://cdn.osteocom.me/a.jpg"}],
            "video":[{"videoId":"v1","title":"First","duration":2730,"videoQuality":"FULL_HD"}]}]}
            """
        return text.isEmpty ? whole : whole.replacing(text, with: other)
    }

    /// An answer in JSON.
    static func json(_ status: Int, _ text: String) -> APIResponse {
        response(status, "application/json", text)
    }

    /// An answer of any type.
    static func response(_ status: Int, _ type: String, _ text: String, _ fields: [ResponseField] = []) -> APIResponse {
        APIResponse(
            status: status, fields: [ResponseField(name: "Content-Type", value: type)] + fields, body: Array(text.utf8))
    }

    /// A JSON Web Token with these claims and a signature that is none.
    static func token(_ claims: String, header: String = #"{"alg":"HS256"}"#) -> String {
        [header, claims, "signature"].map { part in
            Data(part.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
                .replacing("=", with: "")
        }.joined(separator: ".")
    }
}
