import ArgumentParser
import Foundation
import OsteolintCore
import OsteolintReports
import OsteolintRules

/// `osteolint rules`: the catalogue.
struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the rules with their default severities.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: "How to print: text or json.")
    var format = Format.text

    func run() throws {
        let listing = RuleListing(RuleRegistry.all.map { $0.descriptor })
        try reportingUsageErrors {
            switch format {
            case .json: try StandardStreams.stream { listing.writeJSON(to: $0) }
            case .text: StandardStreams.write(listing.text())
            }
        }
    }
}

/// `osteolint explain`: one rule with its examples.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Explain a rule, with its examples.")

    @Argument(help: "The rule's id, such as client-id-missing.", completion: .rules)
    var rule: String

    func run() throws {
        try reportingUsageErrors {
            guard let found = RuleRegistry.rule(rule) else {
                let known = RuleRegistry.all.map { $0.descriptor.id }
                throw UsageError(
                    "no rule `\(rule)`\(Suggestion.among(known, for: rule)); `osteolint rules` lists them all")
            }
            StandardStreams.write(RulePage(found).text())
        }
    }
}
