import ContentSecurityPolicy
import WebURL

/// Questions about Osteocom's card, written shortly.
enum Framing {
    static let partner = "https://lms.partner.com"

    static func policy(_ value: String) -> ResponseField {
        ResponseField(name: "Content-Security-Policy", value: value)
    }

    static func reportOnly(_ value: String) -> ResponseField {
        ResponseField(name: "Content-Security-Policy-Report-Only", value: value)
    }

    static func frameOptions(_ value: String) -> ResponseField {
        ResponseField(name: "X-Frame-Options", value: value)
    }

    static func question(
        _ fields: [ResponseField], below ancestors: [String] = [partner],
        embed: String = "https://www.osteocom.me/embed/card", wasRedirected: Bool = false
    ) throws -> FramingQuestion {
        FramingQuestion(
            embedURL: try WebURL(parsing: embed), wasRedirected: wasRedirected, fields: fields,
            ancestors: ancestors.map { Origin(serialized: $0) ?? .opaque })
    }

    static func decide(
        _ fields: ResponseField..., below ancestors: [String] = [partner],
        embed: String = "https://www.osteocom.me/embed/card", wasRedirected: Bool = false
    ) throws -> FramingDecision {
        try question(fields, below: ancestors, embed: embed, wasRedirected: wasRedirected).decide()
    }
}
