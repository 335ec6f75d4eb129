import Foundation

/// Why a call is refused.
struct APIFault: Error {
    /// The status of the answer.
    let status: Int
    /// What is wrong.
    let message: String

    /// 400: the request is not what it has to be.
    static func badRequest(_ message: String) -> APIFault { APIFault(status: 400, message: message) }

    /// 401: whoever asks has not shown that they may.
    static func notAuthorized(_ message: String) -> APIFault {
        APIFault(status: 401, message: "Not authorized: \(message)")
    }

    /// 404: what is asked for is not there.
    static func notFound(_ message: String) -> APIFault { APIFault(status: 404, message: message) }
}
