import OsteolintCore

/// Reports a `productId` that cannot be a channel's id.
struct ProductIDMalformed: EmbedRule {
    static let descriptor = RuleDescriptor(
        id: "product-id-malformed",
        topic: .parameters,
        summary: "Reports a productId that is not 24 hexadecimal digits, or nothing but zeros.",
        severity: .error,
        rationale: """
            A product is a channel, and its id is an ObjectId: 24 hexadecimal digits, of which the first eight are the \
            time when it was made. For anything else the status is InvalidInput, and the visitor sees "Content \
            unavailable" in place of the course.
            """,
        remedy: "Copy the channel's idChannel from your catalogue.",
        references: [References.embed, References.apiReference, References.objectID]
    )

    static let examples = [
        RuleExample(
            "24 hexadecimal digits, in either case",
            ParameterMarkup.iframe(ParameterMarkup.client, "productId=66D579675F2A4B8C9DF15E43", ParameterMarkup.user)
        ),
        RuleExample(
            "a digit is missing",
            ParameterMarkup.iframe(ParameterMarkup.client, "productId=↓66d579675f2a4b8c9df15e4", ParameterMarkup.user)
        ),
        RuleExample(
            "a letter o for a zero",
            ParameterMarkup.iframe(ParameterMarkup.client, "productId=66d579675f2a4b8c9df15e↓o3", ParameterMarkup.user)
        ),
        RuleExample(
            "the documentation's sample",
            ParameterMarkup.iframe(ParameterMarkup.client, "productId=↓66d579675f2xxxxxxf15e4d3", ParameterMarkup.user)
        ),
        RuleExample(
            "the course's slug",
            ParameterMarkup.iframe(ParameterMarkup.client, "productId=↓pelvic-floor-basics", ParameterMarkup.user)
        ),
        RuleExample(
            "present but empty", ParameterMarkup.iframe(ParameterMarkup.client, "↓productId=", ParameterMarkup.user)
        ),
        RuleExample(
            "an id whose time is long past, which proves nothing",
            ParameterMarkup.iframe(ParameterMarkup.client, "productId=0123456789abcdef01234567", ParameterMarkup.user)
        ),
    ]

    func check(_ embed: Embed, in site: Site) -> [Finding] {
        guard let parameter = embed.judgedParameter(.productID),
            let fault = ProductIDFault(parameter, in: site.configuration.rendering)
        else { return [] }
        let place = fault.position.flatMap { DecodedScalar(at: $0, of: parameter, in: embed.url) }
        return [
            finding(
                fault.message,
                at: place.map { embed.place(of: embed.url.input.range($0.indices)) } ?? embed.place(of: parameter),
                embed: embed,
                help: help(for: parameter),
                // Another wrong id is another fault.
                fault: "\(fault.message) \(parameter.value)"
            )
        ]
    }

    private func help(for parameter: EmbedParameter) -> String {
        let advice = "copy the channel's `idChannel` from your catalogue: 24 hexadecimal digits"
        guard parameter.placeholder == nil, (20...28).contains(parameter.value.utf8.count),
            let year = ObjectID.year(of: parameter.value), !ObjectID.isPlausible(year: year)
        else { return advice }
        return advice + "; the first eight of this one are a time of the year \(year), so it may be no such id at all"
    }
}
