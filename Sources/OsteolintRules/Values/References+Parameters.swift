extension References {
    static let apiReference = "Osteocom, API Integration: API Reference"
    static let formURLEncoded =
        "URL Standard, application/x-www-form-urlencoded, "
        + "https://url.spec.whatwg.org/#application/x-www-form-urlencoded"
    static let objectID = "MongoDB, ObjectId, https://www.mongodb.com/docs/manual/reference/bson-types/#objectid"
    static let characterReferences =
        "HTML Standard, Character references, "
        + "https://html.spec.whatwg.org/multipage/syntax.html#character-references"
    static let dataMinimisation =
        "Regulation (EU) 2016/679, Article 5(1)(c), https://eur-lex.europa.eu/eli/reg/2016/679/oj"
    static let exposedEnvironment =
        "Vite, Env Variables and Modes, https://vite.dev/guide/env-and-mode#env-variables"
    static let queryCredentials =
        "RFC 6750, section 5.3: Don't pass bearer tokens in page URLs, "
        + "https://www.rfc-editor.org/rfc/rfc6750#section-5.3"
}
