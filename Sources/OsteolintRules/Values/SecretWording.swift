import OsteolintCore

/// What to say of a secret that everybody can read; never any of its letters.
enum SecretWording {
    static func message(_ secret: ExposedSecret, in kind: DeliveredText.Kind) -> String {
        let reader = "everybody who opens the site can read it"
        return "\(subject(of: secret.kind)) stands in \(name(of: kind))\(claims(of: secret)), and \(reader)"
    }

    static func help(_ kind: ExposedSecret.Kind) -> String {
        switch kind {
        case .known, .clientSecret:
            "ask Osteocom for a new secret, since this one counts as known; keep it in your server's environment, and "
                + "let your server make the calls that need it"
        case .userAccessKey:
            "take it out, and let your server ask for the video; ask Osteocom what to do about this key, since it "
                + "stays the same for the customer"
        case .videoToken:
            "let the page ask your server for a token when the customer plays the video: a tokenAuthVideo lives 15 minutes"
        case .bearer, .token:
            "take it out, and let your server log in and make the calls; ask Osteocom for a new secret if it may have "
                + "been made with one that others know"
        }
    }

    private static func subject(of kind: ExposedSecret.Kind) -> String {
        switch kind {
        case .known(.plain): "the secret that OSTEOCOM_CLIENT_SECRET holds"
        case .known(let encoding): "the secret that OSTEOCOM_CLIENT_SECRET holds, \(name(of: encoding)),"
        case .clientSecret(let name): "the client's secret, \(Quoted.text(name)),"
        case .userAccessKey(let name): "a customer's key, \(Quoted.text(name)),"
        case .videoToken(let name?): "a video's token, \(Quoted.text(name)),"
        case .videoToken(nil): "a video's token"
        case .bearer: "a bearer token"
        case .token: "a token of Osteocom's"
        }
    }

    private static func name(of encoding: KnownSecret.Encoding) -> String {
        switch encoding {
        case .plain: "as it is"
        case .percent: "percent-encoded"
        case .escaped: "with escapes"
        case .references: "with character references"
        case .base64: "in Base64"
        }
    }

    private static func name(of kind: DeliveredText.Kind) -> String {
        switch kind {
        case .page: "the page"
        case .script: "the script"
        case .data: "the file"
        }
    }

    /// For whom and for how long a token is good, as far as it says.
    private static func claims(of secret: ExposedSecret) -> String {
        guard let claims = secret.claims else { return "" }
        let client = claims.clientID.map { "for the client \(Quoted.text($0))" }
        let expiry = claims.expiry.flatMap(CalendarDate.of).map { "that expires on \($0)" }
        let known = [client, expiry].compactMap { $0 }
        return known.isEmpty ? "" : " (\(known.joined(separator: ", ")))"
    }
}
