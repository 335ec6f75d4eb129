import OsteolintCore

/// Reports an embed whose parameters Osteocom calls missing or malformed.
struct StatusInvalidInput: StatusRule {
    static let descriptor = RuleDescriptor(
        id: "status-invalid-input",
        topic: .status,
        summary: "Osteocom calls a parameter of the embed missing or malformed.",
        severity: .error,
        rationale: """
            The card asks product-status with the three parameters of its URL. For InvalidInput it shows "Content \
            unavailable". Osteocom does not say which parameter it is. Mostly the rules about parameters find it \
            without asking; an embed with such a fault is not asked about in an audit.
            """,
        remedy: """
            Correct the parameter in the page. Where all three look right, the fault cannot be told from outside: \
            send Osteocom support the clientId, the productId, the host that was asked and the address of the page, \
            and say that the answer is InvalidInput. They need no partnerUserId.
            """,
        references: [References.statusCodes]
    )

    private static let page = ParameterMarkup.iframe(
        ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user)

    static let examples = [
        RuleExample("nothing is wrong with the parameters", status: "Ok", pages: page),
        RuleExample("all three look right", status: "InvalidInput", pages: "↓" + page),
        RuleExample(
            "a digit of the productId is missing", status: "InvalidInput",
            pages: ParameterMarkup.iframe(
                ParameterMarkup.client, "productId=↓66d579675f2a4b8c9df15e4", ParameterMarkup.user)),
        RuleExample(
            "the user's id is missing", status: "InvalidInput",
            pages: "↓" + ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product)),
        RuleExample(
            "no product has this id, which is status-product-not-found", status: "ProductNotFound", pages: page),
    ]

    func check(_ audit: StatusAudit, in site: Site) -> [Finding] {
        audit.statuses.filter { $0.code == .invalidInput }.map { status in
            let faults = QuestionFault.faults(of: status.target, in: site)
            let answer = "Osteocom answers InvalidInput, so \(StatusQuestion.unavailable)"
            guard let first = faults.first else {
                return finding(
                    "\(answer), although the three parameters look right", about: status.target,
                    help: "what is wrong cannot be told from outside; send Osteocom support the embed's clientId and "
                        + "productId, \(status.target.question.host) and the address of the page, without any "
                        + "partnerUserId")
            }
            return finding(
                "\(answer): \(faults.map(\.message).joined(separator: "; "))", about: status.target,
                at: faults.count == 1 ? first.name : nil,
                help: "correct it in the page: the embed's URL needs a clientId, a productId and a partnerUserId")
        }
    }
}
