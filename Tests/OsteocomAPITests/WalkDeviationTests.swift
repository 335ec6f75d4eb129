import ContentSecurityPolicy
import OsteocomAPI
import OsteolintCore
import Testing

@Suite("A walk through the API: what is not as documented")
struct WalkDeviationTests {
    /// An answer, and what is said of it.
    struct Sample: CustomTestStringConvertible, Sendable {
        let call: WalkCall
        let status: Int
        let text: String
        let deviations: [String]

        init(_ call: WalkCall, _ text: String, status: Int = 200, _ deviations: String...) {
            self.call = call
            self.status = status
            self.text = text
            self.deviations = deviations
        }

        var testDescription: String { "\(call.title): \(status) \(text.prefix(60))" }
    }

    private static let expired = WalkScript.token(#"{"exp":1800000000}"#)

    private static let bodies = [
        Sample(.login, "{}", "`token` is missing, where a string is documented"),
        Sample(.login, #"{"token":null}"#, "`token` is null, where a string is documented"),
        Sample(.login, #"{"token":7}"#, "`token` is an integer, where a string is documented"),
        Sample(.login, #"{"token":"abc"}"#, "`token` is no JWT: it has 1 part between dots, not 3"),
        Sample(.login, #"{"token":"e30.e30."}"#, "`token` is no JWT: its parts are not all base64url"),
        Sample(.login, #"{"token":"e30.e+0.e30"}"#, "`token` is no JWT: its parts are not all base64url"),
        Sample(.login, #"{"token":"W10.e30.e30"}"#, "`token` is no JWT: its header is no JSON object"),
        Sample(.login, #"{"token":"e30.Nw.e30"}"#, "`token` is no JWT: its claims are no JSON object"),
        Sample(
            .login, #"{"token":"\#(expired)"}"#,
            "`token` is a JWT whose `exp` lies in the past; is this computer's clock right?"),
        Sample(
            .login, #"{"token":"\#(WalkScript.token(#"{"exp":"soon"}"#))"}"#,
            "`token` is a JWT whose `exp` is a string, not a number of seconds"),
        Sample(.login, "[]", "the answer is an array, where an object is documented"),
        Sample(.login, "{", "the answer is no JSON, where an object is documented"),
        Sample(.login, "", "the answer is empty, where an object is documented"),
        Sample(.catalogue, "{}", "`catalog` is missing, where an array is documented"),
        Sample(
            .catalogue, #"{"catalog":[7,8,9]}"#,
            "`catalog[0]` is an integer, where an object is documented; the same holds for 2 more"),
        Sample(
            .catalogue, WalkScript.catalogue("100", by: #""100""#),
            "`catalog[0].price` is a string, where an integer is documented"),
        Sample(
            .catalogue, WalkScript.catalogue("100", by: "99.5"),
            "`catalog[0].price` is a number with a fraction, where an integer is documented"),
        Sample(
            .catalogue, WalkScript.catalogue(WalkScript.product, by: "course-1"),
            "`catalog[0].idChannel` is not 24 hexadecimal digits, so no embed can use it"),
        Sample(
            .catalogue, WalkScript.catalogue("https://cdn.osteocom.me/c.jpg", by: "/c.jpg"),
            "`catalog[0].cover` is no absolute URL"),
        Sample(
            .catalogue, WalkScript.catalogue("https://cdn.osteocom.me/t.mp4", by: "javascript:alert(1)"),
            "`catalog[0].trailer` is no absolute URL"),
        Sample(
            .catalogue, WalkScript.catalogue(#""Dr. A""#, by: "true"),
            "`catalog[0].authors[0].name` is a boolean, where a string is documented"),
        Sample(
            .catalogue, WalkScript.catalogue("2730", by: #""45:30""#),
            "`catalog[0].video[0].duration` is a string, where an integer is documented"),
        Sample(
            .catalogue, WalkScript.catalogue(#""v1""#, by: "1"),
            "`catalog[0].video[0].videoId` is an integer, where a string is documented"),
        Sample(.authorizationWithoutEmail, "{}", "`token` is missing, where a string is documented"),
        Sample(
            .secondAuthorization, #"{"token":"another"}"#,
            "`token` is another than the first time, where one user's key is documented to stay the same"),
        Sample(
            .videoAccess, #"{"tokenAuthVideo":"\#(WalkScript.videoToken)","expiresIn":901}"#,
            "`expiresIn` is 901, where 900 is documented"),
        Sample(
            .videoAccess, #"{"tokenAuthVideo":"\#(WalkScript.videoToken)","expiresIn":3600}"#,
            "`expiresIn` is 3600, where 900 is documented"),
        Sample(
            .videoAccess, #"{"tokenAuthVideo":"\#(WalkScript.videoToken)","expiresIn":"900"}"#,
            "`expiresIn` is a string, where an integer is documented"),
        Sample(
            .videoAccess, #"{"expiresIn":900}"#, "`tokenAuthVideo` is missing, where a string is documented"),
        Sample(
            .revocation, #"{"userId":"somebody","cancellationDate":"2026-06-09T10:24:00+02:00"}"#,
            "`userId` is another than the one that was sent"),
    ]

    @Test("Each deviation of the content is found and named", arguments: bodies)
    func content(_ sample: Sample) throws {
        let answer = WalkScript.json(sample.status, sample.text)
        let row = try #require(WalkScript(sample.call, .success(answer)).row(sample.call))
        #expect(row.verdict == .differs)
        #expect(row.deviations == sample.deviations)
    }

    private static let statuses: [(WalkCall, Int, String)] = [
        (.loginWithWrongSecret, 200, "status 200 came, where 401 is documented: a wrong secret was taken"),
        (.loginWithWrongSecret, 403, "status 403 came, where 401 is documented"),
        (.login, 201, "status 201 came, where 200 is documented"),
        (.authorizationWithMalformedEmail, 400, "status 400 came, where 403 is documented"),
        (.authorizationWithoutEmail, 401, "status 401 came, where 200 or 400 is documented"),
        (.accessToUnknownVideo, 200, "status 200 came, where 404 is documented: a video that does not exist was given"),
        (
            .accessWithBrokenToken, 200,
            "status 200 came, where 401 is documented: a bearer token with a wrong signature was taken"
        ),
        (
            .accessAfterRevocation, 200,
            "status 200 came, where 401 is documented: the user still has access after the revocation"
        ),
    ]

    @Test("Each other status is found and named", arguments: statuses)
    func status(_ call: WalkCall, _ status: Int, _ deviation: String) throws {
        let row = try #require(WalkScript(call, .success(WalkScript.json(status, "{}"))).row(call))
        #expect(row.verdict == .differs)
        #expect(row.deviations == [deviation])
        #expect(row.got == "\(status)")
    }

    @Test(
        "A date that is none is found",
        arguments: [
            "2026-06-09", "09/06/2026", "2026-06-09T10:24:00", "2026-02-30T10:24:00Z", "2026-06-09T24:24:00Z",
            "1780999440",
            String(repeating: "9", count: 100_000),
        ])
    func date(_ text: String) throws {
        let script = WalkScript(
            .revocation, .success(WalkScript.json(200, #"{"userId":"u","cancellationDate":"\#(text)"}"#)))
        let row = try #require(script.row(.revocation))
        #expect(row.deviations.contains("`cancellationDate` is no ISO 8601 date and time such as 2026-06-09T10:24:00Z"))
    }

    @Test("A missing field that is documented as optional is only remarked on, once for all channels")
    func optional() throws {
        let channels = Array(repeating: #"{"idChannel":"66d5796a1c4b7f20e93d85ba"}"#, count: 300).joined(separator: ",")
        let script = WalkScript(.catalogue, .success(WalkScript.json(200, #"{"catalog":[\#(channels)]}"#)))
        let row = try #require(script.row(.catalogue))
        #expect(row.verdict == .ok)
        #expect(row.got == "200, 300 channels")
        #expect(row.remarks.count == 9)
        #expect(
            row.remarks.first
                == "`catalog[0].title` is missing, which the documentation allows; the same holds for 299 more")
    }

    @Test("Further members are nobody's business")
    func additional() throws {
        let script = WalkScript(
            .catalogue, .success(WalkScript.json(200, WalkScript.catalogue(#""price""#, by: #""language":7,"price""#))))
        #expect(try #require(script.row(.catalogue)).remarks == [])
    }

    @Test("JSON under another name is read, and remarked on")
    func label() throws {
        let answer = WalkScript.response(200, "text/plain", #"{"token":"\#(WalkScript.bearer)"}"#)
        let row = try #require(WalkScript(.login, .success(answer)).row(.login))
        #expect(row.verdict == .ok)
        #expect(row.remarks == ["the answer is JSON, but its Content-Type is not application/json"])
    }
}
