/// A call of Osteocom's API, held against its documentation.
///
/// No secret, token or user's id is in it.
public struct CheckedCall: Sendable, Hashable {
    /// What came of it.
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// The answer is as documented.
        case ok
        /// The answer is not as documented.
        case differs
        /// Nothing can be said: no answer, or one that is not the API's.
        case open
    }

    /// What was called, and with what.
    public let call: String
    /// The name of the endpoint.
    public let endpoint: String
    /// What the documentation says of the answer, in short.
    public let expected: String
    /// What came, in short.
    public let got: String
    /// The time until the whole answer was there, in milliseconds; nil where the call was not made.
    public let milliseconds: Int?
    /// What came of it.
    public let verdict: Verdict
    /// In what the answer differs, each as a sentence; empty unless it does.
    public let deviations: [String]
    /// What else there is to say, each as a sentence.
    public let remarks: [String]

    /// Makes a call.
    public init(
        call: String, endpoint: String, expected: String, got: String, milliseconds: Int?, verdict: Verdict,
        deviations: [String] = [], remarks: [String] = []
    ) {
        self.call = call
        self.endpoint = endpoint
        self.expected = expected
        self.got = got
        self.milliseconds = milliseconds
        self.verdict = verdict
        self.deviations = deviations
        self.remarks = remarks
    }
}
