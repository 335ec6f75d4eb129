/// Osteocom's API reference, "Returns" of each call.
extension AnswerShape {
    static let loginAnswer = AnswerShape.object([.needed("token", .token)])

    static let catalogueAnswer = AnswerShape.object([.needed("catalog", .array(of: channel))])

    static let authorizationAnswer = AnswerShape.object([.needed("token", .string)])

    static let videoAccessAnswer = AnswerShape.object([
        .needed("tokenAuthVideo", .token),
        .needed("expiresIn", .exactly(VideoAccessAnswer.documentedLifetime)),
    ])

    static let revocationAnswer = AnswerShape.object([
        .needed("userId", .string), .needed("cancellationDate", .dateTime),
    ])

    private static let channel = AnswerShape.object([
        .needed("idChannel", .objectID), .optional("title", .string), .optional("subtitle", .string),
        .optional("htmlDescription", .string), .optional("price", .integer), .optional("cover", .url),
        .optional("background", .url), .optional("trailer", .url), .optional("authors", .array(of: author)),
        .optional("video", .array(of: video)),
    ])

    private static let author = AnswerShape.object([.optional("name", .string), .optional("image", .url)])

    private static let video = AnswerShape.object([
        .needed("videoId", .string), .optional("title", .string), .optional("duration", .integer),
        .optional("videoQuality", .string),
    ])
}

extension Endpoint {
    /// What a success returns.
    var documentedAnswer: AnswerShape {
        switch self {
        case .login: .loginAnswer
        case .catalog: .catalogueAnswer
        case .contentAccessAuthorization: .authorizationAnswer
        case .videoAccess: .videoAccessAnswer
        case .revocateActivation: .revocationAnswer
        }
    }
}
