import OsteolintCore

/// Reports names and values that the card reads as something else than was meant.
struct ParameterEncoding: EmbedRule {
    static let descriptor = RuleDescriptor(
        id: "parameter-encoding",
        topic: .parameters,
        summary:
            "Reports what the card reads as something else: raw spaces, a bare +, broken escapes, wrong separators.",
        severity: .warning,
        rationale: """
            The query is decoded as a form: `+` is a space, `%` begins an escape, only `&` separates parameters, and \
            what stands behind `#` never leaves the browser. A user's id that is read differently is another user, and \
            a parameter behind a wrong separator is not read at all.
            """,
        remedy: "Encode each value with encodeURIComponent or your language's like, and join them with &.",
        references: [References.formURLEncoded, References.url]
    )

    static let examples = [
        RuleExample(
            "%20, %2F and percent-encoded UTF-8",
            ParameterMarkup.iframe(
                ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=%C3%A9cole%2Fu%2048213")
        ),
        RuleExample(
            "a bare +, which is read as a space",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=u↓+48213")
        ),
        RuleExample(
            "encoded twice",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=u↓%252F48213")
        ),
        RuleExample(
            "parameters joined by ;",
            ParameterMarkup.iframe(ParameterMarkup.client + "↓;" + ParameterMarkup.product + ";" + ParameterMarkup.user)
        ),
        RuleExample(
            "a question mark before every parameter",
            ParameterMarkup.iframe(ParameterMarkup.client + "↓?" + ParameterMarkup.product + "?" + ParameterMarkup.user)
        ),
        RuleExample(
            "a parameter behind #",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product + "↓#" + ParameterMarkup.user)
        ),
        RuleExample(
            "indentation behind a value",
            ParameterMarkup.iframe(ParameterMarkup.client + "\n↓    ", ParameterMarkup.product, ParameterMarkup.user)
        ),
        RuleExample(
            "a placeholder, which is partner-user-id-placeholder",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=%USER_ID%")
        ),
        RuleExample(
            "a phone number, which is partner-user-id-personal-data",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=+393331234567")
        ),
    ]

    func check(_ embed: Embed, in site: Site) -> [Finding] {
        let faults = EncodedField.all(of: embed, in: site.configuration.rendering).flatMap { field in
            field.faults.map { fault in
                let wording = EncodingWording(fault, owner: field.owner, in: embed.url.input)
                return finding(
                    wording.message,
                    at: embed.place(of: embed.url.input.range(fault.indices)),
                    embed: embed,
                    help: wording.help,
                    fix: EncodingCure(fault, in: field.indices, of: embed).fix
                )
            }
        }
        return faults + [EmbedField.Carrier.semicolon, .fragment].compactMap { joined(by: $0, in: embed) }
    }

    /// The parameters behind the first `#`, or behind the first `;`.
    private func joined(by carrier: EmbedField.Carrier, in embed: Embed) -> Finding? {
        let fields = embed.url.fields.filter { $0.carrier == carrier && isMeant($0, in: embed) }
        guard let separator = fields.first?.separator else { return nil }
        var names: [String] = []
        for field in fields {
            guard let name = field.spelling?.parameter.rawValue, !names.contains(name) else { continue }
            names.append(name)
        }
        guard !names.isEmpty else { return nil }
        let sign = Unicode.Scalar(Array(embed.url.source.text.utf8)[separator])
        return finding(
            message(for: names, behind: sign),
            at: embed.place(of: separator..<(separator + 1)),
            embed: embed,
            help: help(for: sign),
            fix: SeparatorCure(fields, behind: separator, of: embed).fix
        )
    }

    private func message(for names: [String], behind sign: Unicode.Scalar) -> String {
        let subject = Quoted.list(names) + (names.count == 1 ? " stands" : " stand")
        guard sign == "#" else {
            return "\(subject) behind `\(sign)`, which separates nothing here: "
                + "the card takes what follows for a part of the value before"
        }
        return "\(subject) behind `#`, which never leaves the browser: the card reads nothing of it"
    }

    private func help(for sign: Unicode.Scalar) -> String {
        guard sign == "#" else { return "write `&` (or `&amp;`) instead of `\(sign)`" }
        return "write the parameters before the `#`, behind `?` and joined with `&` (or `&amp;`)"
    }

    /// Whether a field is one of the three, or stands in for one that is nowhere else.
    private func isMeant(_ field: EmbedField, in embed: Embed) -> Bool {
        guard !field.isSecret, let spelling = field.spelling else { return false }
        return spelling.closeness <= .sameLetters || embed.url.parameter(spelling.parameter)?.field == field
    }
}
