/// Something to know about how the run was made, which is neither a finding nor a failure.
public struct Remark: Sendable, Hashable {
    /// What it is about.
    public let subject: String
    /// What to know, in a sentence.
    public let message: String

    /// Makes a remark.
    public init(subject: String, message: String) {
        self.subject = subject
        self.message = message
    }
}
