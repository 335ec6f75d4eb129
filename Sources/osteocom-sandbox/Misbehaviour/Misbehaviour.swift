import HTTPTypes

/// What is wrong with an answer; what is nil stays as it is.
struct Misbehaviour: Sendable, Equatable {
    /// What becomes of the body, or of the answer as a whole.
    enum Content: Sendable, Equatable {
        /// This text instead.
        case text(String)
        /// Nothing instead.
        case empty
        /// The body made longer or shorter, to so many bytes.
        case size(Int)
        /// The body so slowly, and without an end.
        case drip(bytesPerSecond: Int)
        /// So many bytes of a body that is announced longer, and then the connection's end.
        case cut(after: Int)
        case redirect(to: String, status: Int)
        /// A redirect to the very same URL.
        case redirectLoop(status: Int)
        /// What a firewall in front of the server answers instead of it.
        case firewallPage
    }

    /// What becomes of the Content-Security-Policy field.
    enum PolicyChange: Sendable, Equatable {
        case removed
        /// One field for each value.
        case replaced(by: [String])
        /// Whatever origin the Referer field names is allowed.
        case reflecting(vary: Bool)
        /// Of the client's origins only the one that the Referer field names is in the policy.
        case askingOrigin(vary: Bool)
    }

    /// A field to set; without a value, a field to take away.
    struct FieldChange: Sendable, Equatable {
        let name: HTTPField.Name
        let value: String?
    }

    /// The time before anything is sent.
    var delay: Duration?
    var status: Int?
    var content: Content?
    var policy: PolicyChange?
    /// The value of Content-Security-Policy-Report-Only.
    var reportOnly: String?
    /// Replace all fields of their names; two of the same name make two fields.
    var fields: [FieldChange] = []
}
