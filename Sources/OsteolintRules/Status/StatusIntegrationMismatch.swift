import OsteolintCore

/// Reports a client that Osteocom has set up for another integration than the iframe.
struct StatusIntegrationMismatch: StatusRule {
    static let descriptor = RuleDescriptor(
        id: "status-integration-mismatch",
        topic: .status,
        summary: "Osteocom has set the client up for another integration than the iframe.",
        severity: .error,
        rationale: """
            A partner integrates the iframe or the API, and the account is set up for one of them. The card of a \
            client that is set up for another integration shows "Content unavailable" to every visitor, whatever the \
            product.
            """,
        remedy: """
            Nothing in the page can cure it. Ask Osteocom support to set the client up for the iframe: send them the \
            clientId, the host that was asked and the address of the page, and no partnerUserId. Where the API was \
            agreed on, sell the course through it and take the embed away.
            """,
        references: [References.statusCodes]
    )

    private static let page = ParameterMarkup.iframe(
        ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user)
    private static let marked = ParameterMarkup.iframe(
        "clientId=↓kT4mRZ81qLwYc0dXaB2e", ParameterMarkup.product, ParameterMarkup.user)

    static let examples = [
        RuleExample("a client with iframe integration", status: "Ok", pages: page),
        RuleExample("a client with API integration", status: "IntegrationMismatch", pages: marked),
        RuleExample(
            "the same card on two pages, which is asked once", status: "IntegrationMismatch", pages: marked, page),
        RuleExample(
            "a client that is unknown, which is status-invalid-client", status: "InvalidClient", pages: page),
    ]

    func check(_ audit: StatusAudit, in site: Site) -> [Finding] {
        audit.statuses.filter { $0.code == .integrationMismatch }.map { status in
            let question = status.target.question
            return finding(
                "Osteocom has set up \(question.client) at \(question.host) for another integration than the iframe "
                    + "(IntegrationMismatch): \(StatusQuestion.unavailable)",
                about: status.target, at: .clientID,
                help: "nothing in the page cures it; ask Osteocom support to set the client up for the iframe, and "
                    + "send them \(question.clientDetails)")
        }
    }
}
