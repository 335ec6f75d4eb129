/// What the documentation says of a JSON value.
indirect enum AnswerShape: Sendable {
    case string
    case integer
    /// The integer with this value.
    case exactly(Int)
    /// A string that is an absolute URL of http or https.
    case url
    /// A string of 24 hexadecimal digits, which can stand as `productId` in embeds and purchases.
    case objectID
    /// A string that is an ISO 8601 date and time with its offset.
    case dateTime
    /// A string that is a JSON Web Token which has not expired.
    case token
    case object([Member])
    case array(of: AnswerShape)

    /// A member of an object.
    struct Member: Sendable {
        let name: String
        let shape: AnswerShape
        /// Whether nothing can be done without it; all others are documented as optional.
        let isNeeded: Bool

        /// A member that the integration cannot do without.
        static func needed(_ name: String, _ shape: AnswerShape) -> Member {
            Member(name: name, shape: shape, isNeeded: true)
        }

        /// A member that may be missing.
        static func optional(_ name: String, _ shape: AnswerShape) -> Member {
            Member(name: name, shape: shape, isNeeded: false)
        }
    }

    /// What it is, with its article.
    var kind: String {
        switch self {
        case .string, .url, .objectID, .dateTime, .token: "a string"
        case .integer, .exactly: "an integer"
        case .object: "an object"
        case .array: "an array"
        }
    }
}
