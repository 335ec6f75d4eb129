import OsteolintCore

/// Reports a client that Osteocom does not know, or whose account is offline.
struct StatusInvalidClient: StatusRule {
    static let descriptor = RuleDescriptor(
        id: "status-invalid-client",
        topic: .status,
        summary: "Osteocom does not know the client, or has it offline.",
        severity: .error,
        rationale: """
            The card asks product-status with the embed's clientId. For InvalidClient it shows "Content unavailable" \
            to every visitor, whatever the product. Osteocom does not say which of the two it is: a clientId of \
            nobody, or a partner whose account is offline. An account of the Test environment is unknown in \
            production, and the other way round.
            """,
        remedy: """
            Compare the clientId in the page with the one that Osteocom gave you for this environment. If it is the \
            same, Osteocom support has to act: send them the clientId, the host that was asked and the address of the \
            page. They need no partnerUserId.
            """,
        references: [References.statusCodes]
    )

    private static let page = ParameterMarkup.iframe(
        ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user)
    private static let marked = ParameterMarkup.iframe(
        "clientId=↓kT4mRZ81qLwYc0dXaB2e", ParameterMarkup.product, ParameterMarkup.user)
    private static let markedOther = ParameterMarkup.iframe(
        "clientId=↓kT4mRZ81qLwYc0dXaB2e", "productId=58c9e4a27f16b30d9a5e4c82", ParameterMarkup.user)

    static let examples = [
        RuleExample("the client is known and the product is on sale", status: "Ok", pages: page),
        RuleExample("a client of nobody, or one that is offline", status: "InvalidClient", pages: marked),
        RuleExample("two products of the client", status: "InvalidClient", pages: marked + "\n" + markedOther),
        RuleExample("the same card on two pages, which is asked once", status: "InvalidClient", pages: marked, page),
        RuleExample(
            "a client without iframe integration, which is status-integration-mismatch",
            status: "IntegrationMismatch", pages: page),
    ]

    func check(_ audit: StatusAudit, in site: Site) -> [Finding] {
        audit.statuses.filter { $0.code == .invalidClient }.map { status in
            let question = status.target.question
            return finding(
                "Osteocom does not know \(question.client) at \(question.host), or has it offline (InvalidClient): "
                    + StatusQuestion.unavailable,
                about: status.target, at: .clientID,
                help: "compare it with the clientId that Osteocom gave you for this environment; if it is the same, "
                    + "send Osteocom support \(question.clientDetails)")
        }
    }
}
