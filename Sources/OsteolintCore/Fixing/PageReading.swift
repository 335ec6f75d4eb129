/// A page as it is at one step of its mending.
struct PageReading {
    let bytes: [UInt8]
    let page: Page
    /// What is wrong with it and silenced by nothing, sorted.
    let findings: [Finding]

    /// How many findings a rule has about an embed, or about none.
    var counts: [PlannedFix.Subject: Int] {
        findings.reduce(into: [:]) { $0[PlannedFix.Subject($1), default: 0] += 1 }
    }

    /// How many embeds are not inert.
    var shownEmbeds: Int { page.embeds.count { $0.state != .inert } }
}
