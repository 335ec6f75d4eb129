import ContentSecurityPolicy

/// Takes out of the fields of a response what must not be handed on: cookies, tokens, and users' ids.
///
/// Each scalar of it becomes a `*`. The policies stay as they are but for ids and secrets in them.
struct HeadMasking {
    let masking: Masking
    /// The users' ids that the server was asked with.
    let identifiers: [String]

    /// Parts of the names of fields whose values are secrets or may be, in lower case.
    private static let partsOfSecretNames = [
        "cookie", "authoriz", "authenticat", "token", "secret", "session", "api-key", "apikey", "access-key", "csrf",
        "xsrf", "password", "credential", "signature", "jwt",
    ]
    /// The parameters of embeds, which are no secrets; a user's id is masked by its name.
    private static let knownParameters: Set = Set(ParameterName.allCases.map(\.rawValue))
    private static let policies: Set = ["content-security-policy", "content-security-policy-report-only"]

    /// A field as it may be handed on.
    func masked(_ field: ResponseField) -> ResponseField {
        let name = masking.masked(snippet: field.name, identifiers: identifiers)
        let lowercased = field.name.lowercased()
        if lowercased.hasPrefix("set-cookie") {
            return ResponseField(name: name, value: shown(Self.cookie(field.value), after: field.name))
        }
        guard !Self.partsOfSecretNames.contains(where: { lowercased.contains($0) }) else {
            return ResponseField(name: name, value: Self.asterisks(for: field.value))
        }
        let value = Self.withoutParameters(field.value, isPolicy: Self.policies.contains(lowercased))
        return ResponseField(name: name, value: shown(value, after: field.name))
    }

    /// A value masked as what stands behind the field's name.
    private func shown(_ value: String, after name: String) -> String {
        let line = masking.masked(snippet: "\(name): \(value)", identifiers: identifiers)
        return String(line.unicodeScalars.dropFirst(name.unicodeScalars.count + 2))
    }

    /// A `Set-Cookie` with its name and its attributes (RFC 6265, section 5.2); one without a name is all value.
    private static func cookie(_ value: String) -> String {
        let pair = value.prefix { $0 != ";" }
        let start = pair.firstIndex(of: "=").map { pair.index(after: $0) } ?? pair.startIndex
        return "\(value[..<start])\(asterisks(for: value[start..<pair.endIndex]))\(value[pair.endIndex...])"
    }

    private static func asterisks(for text: some StringProtocol) -> String {
        String(repeating: "*", count: text.unicodeScalars.count)
    }
}

// MARK: - Queries in values

extension HeadMasking {
    /// Hides the values of parameters in URLs: some hold a session or a signature, and no name tells all of those.
    ///
    /// In a policy the sources of `frame-ancestors` are left alone, since they decide.
    private static func withoutParameters(_ value: String, isPolicy: Bool) -> String {
        guard isPolicy else { return withoutParameters(value[...]) }
        var shown = ""
        var rest = value[...]
        while !rest.isEmpty {
            let end = rest.firstIndex { $0 == ";" || $0 == "," }.map { rest.index(after: $0) } ?? rest.endIndex
            let part = rest[..<end]
            let directive = part.drop { $0 == " " || $0 == "\t" }.prefix(15).lowercased()
            shown += directive == "frame-ancestors" ? String(part) : withoutParameters(part)
            rest = rest[end...]
        }
        return shown
    }

    private static func withoutParameters(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "?")) || text.utf8.contains(UInt8(ascii: "#")) else {
            return String(text)
        }
        var shown = String.UnicodeScalarView()
        var name = ""
        var isInQuery = false
        var hides = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", "\t", "\"", "'", "<", ">", ",": (isInQuery, hides) = (false, false)
            case "?", "#": (isInQuery, hides, name) = (true, false, "")
            case "&", ";": (hides, name) = (false, "")
            case "=" where isInQuery && !hides: hides = !knownParameters.contains(name)
            case _ where hides:
                shown.append("*")
                continue
            default: name.unicodeScalars.append(scalar)
            }
            shown.append(scalar)
        }
        return String(shown)
    }
}
