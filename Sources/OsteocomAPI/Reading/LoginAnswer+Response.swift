import Foundation
public import OsteolintCore

extension LoginAnswer {
    /// Reads the token out of the answer of `contentLicensing_login`.
    ///
    /// - Throws: `FetchFailure` where it is not the documented one. Nothing of the content is quoted.
    public static func token(in response: APIResponse) throws(FetchFailure) -> Secret {
        if response.status == 401 { throw .loginRefused(status: response.status) }
        if let failure = response.failure() { throw failure }
        guard let document = JSONBytes(response.body),
            let answer = try? JSONDecoder().decode(LoginAnswer.self, from: document.data)
        else { throw response.failure(at: nil, "no JSON object with a string `token`") }
        guard isBearerToken(answer.token) else {
            throw .notDocumented(detail: "`token` is nothing that an Authorization field can hold")
        }
        return Secret(answer.token)
    }

    /// RFC 6750, section 2.1, "b64token", in a length that servers take.
    private static func isBearerToken(_ token: String) -> Bool {
        (1...16_384).contains(token.utf8.count)
            && token.utf8.allSatisfy { byte in
                Character(Unicode.Scalar(byte)).isLetter && byte < 0x80 || (0x30...0x39).contains(byte)
                    || "-._~+/=".utf8.contains(byte)
            }
    }
}
