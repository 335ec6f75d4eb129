import OsteolintCore
import WebURL

/// Holds one answer of a walk against the documentation.
struct WalkJudgement {
    let call: WalkCall
    let answer: WalkAnswer
    /// The throw-away user's id.
    let userID: String
    /// The user's key as an earlier authorization gave it; nil where none did.
    let earlierKey: Secret?
    /// The instant, in seconds since 1970.
    let now: Double
    let text: ServerText

    /// The call with its verdict.
    func checked(milliseconds: Int) -> CheckedCall {
        if let reason = reasonForOpen {
            return checked(milliseconds, .open, got: shortReason, remarks: [text.shown(reason)])
        }
        let status = answer.status ?? 0
        guard call.documentedStatuses.contains(status) else {
            return checked(
                milliseconds, .differs, got: "\(status)", deviations: [wrongStatus(status)], remarks: adviceForStatus)
        }
        guard status == 200 else {
            return checked(milliseconds, .ok, got: "\(status)", remarks: remarksOnEmail)
        }
        return checkedContent(milliseconds)
    }

    private func checkedContent(_ milliseconds: Int) -> CheckedCall {
        guard let content = answer.content else {
            let isEmpty = answer.response?.body.isEmpty ?? true
            return checked(
                milliseconds, .differs, got: isEmpty ? "200, empty" : "200, no JSON",
                deviations: [
                    (isEmpty ? "the answer is empty" : "the answer is no JSON") + ", where an object is documented"
                ])
        }
        guard content.members != nil else {
            return checked(
                milliseconds, .differs, got: "200, \(content.kind)",
                deviations: ["the answer is \(content.kind), where an object is documented"])
        }
        let shape = ShapeCheck(content, call.endpoint.documentedAnswer, now: now)
        let deviations = shape.deviations + furtherDeviations(content)
        return checked(
            milliseconds, deviations.isEmpty ? .ok : .differs, got: got(content), deviations: deviations,
            remarks: shape.remarks + remarksOnLabel + remarksOnEmail)
    }

    private func checked(
        _ milliseconds: Int, _ verdict: CheckedCall.Verdict, got: String, deviations: [String] = [],
        remarks: [String] = []
    ) -> CheckedCall {
        CheckedCall(
            call: call.title, endpoint: call.endpoint.rawValue, expected: call.expected, got: got,
            milliseconds: milliseconds, verdict: verdict, deviations: deviations, remarks: remarks)
    }

    // MARK: What cannot be judged

    private var reasonForOpen: String? {
        if let failure = answer.failure { return reason(failure) }
        guard let status = answer.status else { return nil }
        // What an error's content is like is not documented.
        if status != 200, call.documentedStatuses.contains(status) { return nil }
        guard answer.isHTML else { return nil }
        return "a page in HTML came with status \(status), as from a firewall or another server; "
            + "is this the address of the API?"
    }

    /// Words of this command's own where those of other commands do not fit.
    private func reason(_ failure: FetchFailure) -> String {
        switch failure {
        case .redirected(let location):
            "a redirect\(Self.origin(of: location).map { " to \($0)" } ?? "") came, where an answer was due; it was "
                + "not followed, since the call holds secrets"
        case .interrupted: "interrupted before the answer was there"
        case .unexpectedStatus(let status): "\(status): the server was not ready; try again later"
        default: failure.message
        }
    }

    /// Path and query may hold anything that was sent.
    private static func origin(of location: String) -> String? {
        guard let origin = WebURL(location)?.origin, origin != .opaque else { return nil }
        return origin.serialized
    }

    private var shortReason: String {
        if let failure = answer.failure, answer.response == nil { return "no answer: \(failure.reason.rawValue)" }
        let status = "\(answer.status ?? 0)"
        return answer.failure == nil ? status + ", HTML" : status
    }

    // MARK: What is not as documented

    private func wrongStatus(_ status: Int) -> String {
        let documented = call.documentedStatuses.map(String.init).joined(separator: " or ")
        return "status \(status) came, where \(documented) is documented" + wrongStatusMeaning(status)
    }

    private func wrongStatusMeaning(_ status: Int) -> String {
        guard status == 200 else { return "" }
        return switch call {
        case .loginWithWrongSecret: ": a wrong secret was taken"
        case .authorizationWithMalformedEmail: ": a malformed e-mail address was taken"
        case .accessToUnknownVideo: ": a video that does not exist was given"
        case .accessWithBrokenToken: ": a bearer token with a wrong signature was taken"
        case .accessAfterRevocation: ": the user still has access after the revocation"
        default: ""
        }
    }

    private var adviceForStatus: [String] {
        guard call == .login, answer.status == 401 else { return [] }
        return [
            "client id and OSTEOCOM_CLIENT_SECRET must both be those of this environment; check them before you ask "
                + "Osteocom support"
        ]
    }

    private func furtherDeviations(_ content: JSONTree) -> [String] {
        switch call {
        case .secondAuthorization:
            guard let key = content["token"].text, let earlierKey, Secret(key) != earlierKey else { return [] }
            return ["`token` is another than the first time, where one user's key is documented to stay the same"]
        case .revocation:
            guard let user = content["userId"].text, !user.isEmpty, user != userID else { return [] }
            return ["`userId` is another than the one that was sent"]
        default: return []
        }
    }

    private func got(_ content: JSONTree) -> String {
        switch call {
        case .catalogue:
            let channels = content["catalog"].items.count
            return "200, \(channels) \(channels == 1 ? "channel" : "channels")"
        default: return "200"
        }
    }

    // MARK: What else there is to say

    private var remarksOnEmail: [String] {
        guard call == .authorizationWithoutEmail else { return [] }
        return answer.status == 400
            ? ["the account asks for an e-mail address, as with marketing consent; the further calls send one"]
            : ["the account does not ask for an e-mail address"]
    }

    private var remarksOnLabel: [String] {
        answer.isLabelledJSON ? [] : ["the answer is JSON, but its Content-Type is not application/json"]
    }
}
