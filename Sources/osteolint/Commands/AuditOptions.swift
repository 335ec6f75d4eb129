import ArgumentParser
import Foundation
import OsteolintCore
import OsteolintNetwork
import OsteolintReports
import WebURL

/// Whom an audit asks, for which origins, and how many requests for their cards it may make.
struct AuditOptions: ParsableArguments {
    @Option(
        name: .customLong("origin"), parsing: .singleValue,
        help: ArgumentHelp(
            "An origin that hosts the pages, beside those of the configuration; repeatable.", valueName: "origin"))
    var origins: [String] = []

    @Option(
        name: .customLong("ancestor-chain"), parsing: .singleValue,
        help: ArgumentHelp(
            "Origins around the embed, outermost first, separated by commas; repeatable.",
            discussion:
                "For pages that are themselves shown in a frame: https://portal.example,https://lms.partner.com",
            valueName: "origins"))
    var chains: [String] = []

    @Option(name: .customLong("max-fetches"), help: "How many requests for pages and cards to make at the most.")
    var maximalFetches = FetchLimits().requests

    @Flag(
        name: .customLong("every-origin"),
        help: "Ask every URL in the name of every origin, though few questions mostly do.")
    var asksEverything = false

    func validate() throws {
        guard maximalFetches >= 1 else { throw ValidationError("--max-fetches takes a number from 1 on") }
    }

    /// The chains of `--ancestor-chain`.
    ///
    /// - Throws: `UsageError` where a part is no origin.
    func ancestorChains() throws -> [AncestorChain] {
        try chains.map { chain in
            let parts = chain.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            return AncestorChain(try parts.map { try Self.origin($0) })
        }
    }

    private static func origin(_ text: String) throws -> Origin {
        if let origin = Origin(serialized: text) { return origin }
        let judgement = OriginJudgement.judge([text])[0]
        let shown = VisibleText.visible(judgement.declared)
        let advice = judgement.suggestion.map { "write \($0)" } ?? "write it as https://lms.partner.com"
        throw UsageError("--ancestor-chain: `\(shown)` is no origin; \(advice)")
    }
}
