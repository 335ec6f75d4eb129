import OsteolintCore

/// Reports a status that this version of osteolint does not know.
struct StatusUnknown: StatusRule {
    static let descriptor = RuleDescriptor(
        id: "status-unknown",
        topic: .status,
        summary: "Osteocom answers a status that is newer than this osteolint.",
        severity: .note,
        rationale: """
            Osteocom documents seven statuses. An answer of the documented form with another one is probably of a \
            newer version of its interface, so nothing is said of what visitors see.
            """,
        remedy: """
            Look for a newer osteolint, and look the status up in Osteocom's iframe reference. If it is in neither, \
            ask Osteocom support what it means: send them the status, the clientId, the productId and the host that \
            was asked, and no partnerUserId.
            """,
        references: [References.statusCodes]
    )

    private static let page = ParameterMarkup.iframe(
        ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user)

    static let examples = [
        RuleExample("a documented status", status: "Ok", pages: page),
        RuleExample("a status that is not documented", status: "RegionRestricted", pages: "↓" + page),
        RuleExample("a documented one in other letters", status: "ok", pages: "↓" + page),
        RuleExample("no word at all", status: "", pages: "↓" + page),
        RuleExample("a fault that is documented", status: "ProductNotInCatalog", pages: page),
    ]

    func check(_ audit: StatusAudit, in site: Site) -> [Finding] {
        audit.statuses.compactMap { status in
            guard status.code == nil, case .answered(let word) = status.outcome else { return nil }
            let shown = word.isEmpty ? "an empty status" : "the status \(Quoted.text(word))"
            return finding(
                "Osteocom answers \(shown), which is newer than this osteolint: what visitors see is not known",
                about: status.target,
                help: "look for a newer osteolint, and for the status in Osteocom's iframe reference; if it is in "
                    + "neither, ask Osteocom support what it means")
        }
    }
}
